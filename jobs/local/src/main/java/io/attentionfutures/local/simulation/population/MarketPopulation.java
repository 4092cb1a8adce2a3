package io.attentionfutures.local.simulation.population;

import io.attentionfutures.local.simulation.Participant;
import java.util.ArrayList;
import java.util.List;

/**
 * The seeded population of a simulation: three providers, five tenants, two traders without a
 * reason, a momentum and a mean-reversion investor. All of them react to prices.
 */
public final class MarketPopulation {
    private static final double[] CAPACITIES = {0.5, 0.3, 0.2};
    private static final double[] COSTS = {40, 45, 50};
    private static final double[] NEEDS = {0.30, 0.25, 0.20, 0.15, 0.10};
    private static final double[] PATIENCE = {0.2, 0.6, 0.1, 0.9, 0.4};

    private MarketPopulation() {}

    /**
     * Returns everybody, in the order in which they act.
     *
     * @param capacityLots capacity of the market
     */
    public static List<Participant> of(long seed, long capacityLots) {
        List<Participant> all = new ArrayList<>();
        for (int i = 0; i < CAPACITIES.length; i++) {
            all.add(new Provider(seed, i + 1, CAPACITIES[i], capacityLots, COSTS[i]));
        }
        for (int i = 0; i < NEEDS.length; i++) {
            all.add(new Tenant(seed, i + 1, NEEDS[i], PATIENCE[i]));
        }
        all.add(new NoiseTrader(seed, 1, 5, 6));
        all.add(new NoiseTrader(seed, 2, 2, 15));
        all.add(TrendInvestor.momentum(seed));
        all.add(TrendInvestor.meanReversion(seed));
        return all;
    }
}
