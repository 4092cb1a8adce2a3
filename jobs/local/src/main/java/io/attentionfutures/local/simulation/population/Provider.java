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
 * Sells its capacity in a ladder of offers, never below marginal cost. Asks more when it has sold
 * more than it would expect by now, and less when it has sold less.
 */
final class Provider implements Participant {
    private static final double[] MARKUPS = {0.015, 0.05, 0.12};
    private static final double[] SIZES = {0.02, 0.04, 0.10};
    private static final double CAUTION = 0.8;

    private final String name;
    private final int turn;
    private final double capacityLots;
    private final double capacityShare;
    private final double costTicks;
    private final Opinion opinion;
    private final Quotes offers = new Quotes(MARKUPS.length);

    Provider(long seed, int number, double capacityShare, long marketCapacity, double costTicks) {
        this.name = "provider-" + number;
        this.turn = number;
        this.capacityShare = capacityShare;
        this.capacityLots = capacityShare * marketCapacity;
        this.costTicks = costTicks;
        this.opinion = new Opinion(new SeededRandom(seed, name), 0.03);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Role role() {
        return Role.PROVIDER;
    }

    @Override
    public void act(MarketView market, Desk desk) {
        for (ContractView contract : market.contracts()) {
            if (Attention.isDue(contract, turn)) {
                offer(market, contract, desk);
            }
        }
    }

    private void offer(MarketView market, ContractView contract, Desk desk) {
        double sold = -desk.position(contract.hour());
        double elapsed = Attention.elapsed(contract);
        double expected =
                capacityShare * market.forecast().meanOf(contract.hour()) * elapsed * elapsed;
        double ahead = (sold - expected) / capacityLots;
        double worth = opinion.of(contract) * (1 + CAUTION * ahead);
        long left = (long) Math.max(0, capacityLots - sold);
        for (int rung = 0; rung < MARKUPS.length; rung++) {
            long lots = Math.min(left, Math.round(SIZES[rung] * capacityLots));
            long ticks = Math.round(Math.max(costTicks, worth) * (1 + MARKUPS[rung]));
            offers.put(desk, contract, rung, Side.SELL, lots, ticks);
            left -= lots;
        }
    }

    @Override
    public void closed(ContractView contract, Desk desk) {
        offers.forget(contract);
        opinion.forget(contract);
    }
}
