package io.attentionfutures.local.agents;

import io.attentionfutures.market.ContractCode;
import java.util.ArrayList;
import java.util.List;

/**
 * A provider of the population: it offers its share of a market's capacity in a ladder, most of it
 * near marginal cost, the last of it dear. Now and then not all of what it offered is online.
 *
 * @param name its account
 * @param share its share of the capacity, above 0, at most 1
 * @param ladder how it offers
 * @param outageChance how often not all of it is online, 0 to 1
 * @param markets where it offers; empty for everywhere
 */
public record Provider(
        String name, Double share, List<Step> ladder, Double outageChance, List<String> markets) {
    private static final List<Step> STANDARD_LADDER =
            List.of(new Step(0.4, 1.0), new Step(0.3, 1.5), new Step(0.2, 2.4), new Step(0.1, 3.6));
    private static final double STANDARD_OUTAGE_CHANCE = 0.03;

    static final List<Provider> ALL =
            List.of(
                    new Provider("provider-north", 0.5),
                    new Provider("provider-south", 0.3),
                    new Provider("provider-west", 0.2));

    /**
     * One step of a ladder.
     *
     * @param part part of the share
     * @param cost limit as a multiple of marginal cost
     */
    public record Step(Double part, Double cost) {
        public Step {
            Given.fraction("part", part);
            Given.inRange("cost", cost, 0, 100);
        }
    }

    public Provider {
        Given.name("name", name);
        Given.fraction("share", share);
        ladder = ladder == null ? STANDARD_LADDER : List.copyOf(ladder);
        outageChance = outageChance == null ? STANDARD_OUTAGE_CHANCE : outageChance;
        Given.fraction("outageChance", outageChance);
        markets = markets == null ? List.of() : List.copyOf(markets);
        Given.holds(!ladder.isEmpty(), "ladder must have a step");
        Given.holds(
                ladder.stream().mapToDouble(Step::part).sum() <= 1 + 1e-9,
                "the parts of ladder must sum to at most 1");
    }

    private Provider(String name, double share) {
        this(name, share, null, null, null);
    }

    boolean offers(String market) {
        return markets.isEmpty() || markets.contains(market);
    }

    /**
     * One step of the ladder in lots.
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
        for (Step step : ladder) {
            long lots = random.wholeLots(capacityLots * share * step.part());
            double cost = step.cost() * random.between(0.94, 1.06);
            if (lots > 0) {
                rungs.add(new Rung(lots, cost));
            }
        }
        return new Offer(moment, rungs);
    }

    /** Returns the lots that it has online in the delivery period. */
    double onlineLots(long seed, ContractCode contract, double capacityLots) {
        ContractRandom random = new ContractRandom(seed, contract, name + "/online");
        double part = random.chance(outageChance) ? random.between(0.4, 0.9) : 1;
        return part * offer(seed, contract, capacityLots).lots();
    }

    /** Returns the most lots that it ever offers where capacity is never above this. */
    long verifiedLots(double largestCapacityLots) {
        return (long) Math.ceil(largestCapacityLots * share) + ladder.size();
    }
}
