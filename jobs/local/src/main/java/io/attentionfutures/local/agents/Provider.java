package io.attentionfutures.local.agents;

import io.attentionfutures.market.ContractCode;
import java.util.ArrayList;
import java.util.List;

/**
 * A provider of the population: it offers its share of a market's capacity in a ladder, most of it
 * near marginal cost, the last of it dear. Now and then not all of what it offered is online.
 *
 * @param name its account
 * @param share its share of the capacity
 */
record Provider(String name, double share) {
    static final List<Provider> ALL =
            List.of(
                    new Provider("provider-north", 0.5),
                    new Provider("provider-south", 0.3),
                    new Provider("provider-west", 0.2));

    private static final double[] LADDER_SHARES = {0.4, 0.3, 0.2, 0.1};
    private static final double[] LADDER_COSTS = {1.0, 1.5, 2.4, 3.6};
    private static final double OUTAGE_CHANCE = 0.03;

    /**
     * One step of the ladder.
     *
     * @param cost limit as a multiple of marginal cost
     */
    record Rung(long lots, double cost) {}

    /**
     * What it offers for one delivery period.
     *
     * @param moment when, 0 at listing, 1 at gate closure
     */
    record Offer(double moment, List<Rung> rungs) {
        long lots() {
            return rungs.stream().mapToLong(Rung::lots).sum();
        }
    }

    Offer offer(long seed, ContractCode contract, double capacityLots) {
        ContractRandom random = new ContractRandom(seed, contract, name);
        double moment = random.between(0, 0.15);
        List<Rung> rungs = new ArrayList<>();
        for (int rung = 0; rung < LADDER_SHARES.length; rung++) {
            long lots = random.wholeLots(capacityLots * share * LADDER_SHARES[rung]);
            double cost = LADDER_COSTS[rung] * random.between(0.94, 1.06);
            if (lots > 0) {
                rungs.add(new Rung(lots, cost));
            }
        }
        return new Offer(moment, rungs);
    }

    /** Returns the lots that it has online in the delivery period. */
    double onlineLots(long seed, ContractCode contract, double capacityLots) {
        ContractRandom random = new ContractRandom(seed, contract, name + "/online");
        double part = random.chance(OUTAGE_CHANCE) ? random.between(0.4, 0.9) : 1;
        return part * offer(seed, contract, capacityLots).lots();
    }

    /** Returns the most lots that it ever offers where capacity is never above this. */
    long verifiedLots(double largestCapacityLots) {
        return (long) Math.ceil(largestCapacityLots * share) + LADDER_SHARES.length;
    }
}
