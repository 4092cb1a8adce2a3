package io.attentionfutures.local.simulation.population;

import io.attentionfutures.local.simulation.ContractView;
import io.attentionfutures.local.simulation.Desk;
import io.attentionfutures.local.simulation.MarketView;
import io.attentionfutures.local.simulation.Participant;
import io.attentionfutures.local.simulation.Quotes;
import io.attentionfutures.local.simulation.SeededRandom;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.Side;

/**
 * Buys its share of the forecast demand bit by bit until the gate closes. Bids below its opinion
 * while there is time and more as time runs out, buys less when the price is above its opinion and
 * ahead of time when it is below, and sells what it turns out not to need.
 */
final class Tenant implements Participant {
    private static final int PATIENT = 0;
    private static final int SPARE = 1;
    private static final double ELASTICITY = 1.0;
    private static final int URGENT_CALLS = 6;

    private final String name;
    private final int turn;
    private final double share;
    private final double patience;
    private final SeededRandom random;
    private final Opinion opinion;
    private final Quotes quotes = new Quotes(2);

    Tenant(long seed, int number, double share, double patience) {
        this.name = "tenant-" + number;
        this.turn = number;
        this.share = share;
        this.patience = patience;
        this.random = new SeededRandom(seed, name);
        this.opinion = new Opinion(new SeededRandom(seed, name + "-opinion"), 0.04);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Role role() {
        return Role.CONSUMER;
    }

    @Override
    public void act(MarketView market, Desk desk) {
        for (ContractView contract : market.contracts()) {
            if (Attention.isDue(contract, turn)) {
                bid(market, contract, desk);
            }
        }
    }

    private void bid(MarketView market, ContractView contract, Desk desk) {
        double worth = opinion.of(contract);
        double dear =
                contract.lastTicks() < 0
                        ? 0
                        : Math.max(-0.3, Math.min(0.3, contract.lastTicks() / worth - 1));
        double need = share * market.forecast().meanOf(contract.hour());
        double elapsed = Attention.elapsed(contract);
        double pace = StrictMath.pow(elapsed, 1 + 2 * patience);
        boolean urgent = contract.callsToGate() <= URGENT_CALLS;
        double wanted =
                need * pace * (1 - (urgent ? 0.3 : 1) * ELASTICITY * dear)
                        - desk.position(contract.hour());
        long lots = random.wholeLots(Math.max(0, wanted));
        double premium =
                urgent
                        ? 0.02 + 0.04 * (URGENT_CALLS - contract.callsToGate())
                        : random.between(-0.05, 0.035);
        quotes.put(
                desk,
                contract,
                PATIENT,
                Side.BUY,
                wanted < -1 ? 0 : lots,
                Math.round(worth * (1 + premium)));
        long spare = wanted < -0.1 * need ? random.wholeLots(-wanted / 2) : 0;
        quotes.put(desk, contract, SPARE, Side.SELL, spare, Math.round(worth * 1.01));
    }

    @Override
    public void closed(ContractView contract, Desk desk) {
        quotes.forget(contract);
        opinion.forget(contract);
    }
}
