package io.attentionfutures.local.simulation.population;

import io.attentionfutures.local.simulation.ContractView;
import io.attentionfutures.local.simulation.Desk;
import io.attentionfutures.local.simulation.MarketView;
import io.attentionfutures.local.simulation.Participant;
import io.attentionfutures.local.simulation.SeededRandom;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.Side;
import java.util.List;

/**
 * Buys and sells for reasons that have nothing to do with the price, and returns to no position.
 */
final class NoiseTrader implements Participant {
    private final String name;
    private final double ordersACall;
    private final int mostLots;
    private final SeededRandom random;

    NoiseTrader(long seed, int number, double ordersACall, int mostLots) {
        this.name = "noise-" + number;
        this.ordersACall = ordersACall;
        this.mostLots = mostLots;
        this.random = new SeededRandom(seed, name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Role role() {
        return Role.INVESTOR;
    }

    @Override
    public void act(MarketView market, Desk desk) {
        List<ContractView> contracts = market.contracts();
        long orders = random.wholeLots(ordersACall);
        for (int i = 0; i < orders; i++) {
            ContractView contract = contracts.get(random.whole(0, contracts.size() - 1));
            long position = desk.position(contract.hour());
            boolean closes = position != 0 && random.chance(0.6);
            Side side = closes ? (position > 0 ? Side.SELL : Side.BUY) : anySide();
            long lots = closes ? Math.min(Math.abs(position), mostLots) : random.whole(1, mostLots);
            if (contract.lastTicks() < 0) {
                continue;
            }
            double aggression = random.between(-0.01, 0.09);
            desk.once(
                    contract,
                    side,
                    lots,
                    Math.round(contract.lastTicks() * (1 + side.sign() * aggression)));
        }
    }

    private Side anySide() {
        return random.chance(0.5) ? Side.BUY : Side.SELL;
    }
}
