package io.attentionfutures.local.simulation.population;

import io.attentionfutures.local.simulation.ContractView;
import io.attentionfutures.local.simulation.Desk;
import io.attentionfutures.local.simulation.MarketView;
import io.attentionfutures.local.simulation.Participant;
import io.attentionfutures.local.simulation.SeededRandom;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.Side;

/**
 * Trades on the last price change: with it (momentum) or against it (mean reversion), up to a
 * position, and gives the position back before the gate closes.
 */
final class TrendInvestor implements Participant {
    private static final int OUT_BY_CALLS = 4;
    private static final long MOST_LOTS = 20;
    private static final long LOTS = 4;

    private final String name;
    private final int direction;
    private final double threshold;
    private final SeededRandom random;

    private TrendInvestor(long seed, String name, int direction, double threshold) {
        this.name = name;
        this.direction = direction;
        this.threshold = threshold;
        this.random = new SeededRandom(seed, name);
    }

    static TrendInvestor momentum(long seed) {
        return new TrendInvestor(seed, "momentum", 1, 0.05);
    }

    static TrendInvestor meanReversion(long seed) {
        return new TrendInvestor(seed, "mean-reversion", -1, 0.05);
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
        for (ContractView contract : market.contracts()) {
            if (contract.previousTicks() > 0) {
                trade(contract, desk);
            }
        }
    }

    private void trade(ContractView contract, Desk desk) {
        long position = desk.position(contract.hour());
        if (contract.callsToGate() <= OUT_BY_CALLS) {
            if (position != 0) {
                Side side = position > 0 ? Side.SELL : Side.BUY;
                order(contract, desk, side, Math.min(Math.abs(position), 2 * LOTS), 0.03);
            }
            return;
        }
        if (contract.lastLots() == 0 || !random.chance(0.3)) {
            return;
        }
        double move = contract.lastTicks() / (double) contract.previousTicks() - 1;
        if (Math.abs(move) < threshold) {
            return;
        }
        Side side = move * direction > 0 ? Side.BUY : Side.SELL;
        if (side.sign() * position < MOST_LOTS) {
            order(contract, desk, side, LOTS, direction > 0 ? 0.02 : 0);
        }
    }

    private static void order(
            ContractView contract, Desk desk, Side side, long lots, double aggression) {
        long ticks = Math.round(contract.lastTicks() * (1 + side.sign() * aggression));
        desk.once(contract, side, lots, ticks);
    }
}
