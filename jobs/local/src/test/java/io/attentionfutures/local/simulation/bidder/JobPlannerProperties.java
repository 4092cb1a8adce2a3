package io.attentionfutures.local.simulation.bidder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The planner beside brute force: all price paths, and decisions that may use all of the past. */
class JobPlannerProperties {
    private static final double PENALTY = 500;

    @Property(tries = 150)
    void noPlanThatMayRememberEverythingCostsLess(
            @ForAll @Size(12) List<@DoubleRange(min = 1, max = 100) Double> numbers,
            @ForAll @IntRange(min = 1, max = 4) int hours,
            @ForAll @IntRange(min = 1, max = 3) int needed,
            @ForAll @DoubleRange(min = -0.9, max = 0.95) double correlation) {
        Instance instance = new Instance(numbers, hours, correlation);
        JobPlanner planner = instance.planner(needed);

        assertThat(planner.expectedCost(needed))
                .isCloseTo(instance.leastCost(new ArrayList<>(), needed), within(1e-6));
    }

    /** Bidding the limits, hour by hour, costs what the planner says if prices are independent. */
    @Property(tries = 150)
    void biddingTheLimitsCostsWhatWasExpected(
            @ForAll @Size(12) List<@DoubleRange(min = 1, max = 100) Double> numbers,
            @ForAll @IntRange(min = 1, max = 4) int hours,
            @ForAll @IntRange(min = 1, max = 3) int needed) {
        Instance instance = new Instance(numbers, hours, 0);
        JobPlanner planner = instance.planner(needed);

        assertThat(instance.costOfBidding(planner, new ArrayList<>(), needed))
                .isCloseTo(planner.expectedCost(needed), within(1e-6));
    }

    /** What an hour may cost now is what it saves of the best plan without it. */
    @Property(tries = 100)
    void theLimitAheadIsWhatTheHourSaves(
            @ForAll @Size(12) List<@DoubleRange(min = 1, max = 100) Double> numbers,
            @ForAll @IntRange(min = 2, max = 4) int hours,
            @ForAll @IntRange(min = 0, max = 3) int hour,
            @ForAll @IntRange(min = 1, max = 3) int needed,
            @ForAll @DoubleRange(min = 0, max = 0.95) double correlation) {
        Instance instance = new Instance(numbers, hours, correlation);
        int bought = hour % hours;
        double with = instance.leastCost(new ArrayList<>(), needed);
        double without = instance.without(bought).leastCost(new ArrayList<>(), needed - 1);

        assertThat(instance.planner(needed).limitAhead(bought, needed))
                .isCloseTo(with - without, within(1e-6));
    }

    /** Prices of up to four hours at three levels each. */
    private static final class Instance {
        private final double[][] prices;
        private final double correlation;
        private int skipped = -1;

        Instance(List<Double> numbers, int hours, double correlation) {
            this.prices = new double[hours][3];
            this.correlation = correlation;
            for (int hour = 0; hour < hours; hour++) {
                for (int level = 0; level < 3; level++) {
                    prices[hour][level] = numbers.get(3 * hour + level);
                }
                Arrays.sort(prices[hour]);
            }
        }

        /** The same prices, of which one hour is seen and cannot be bought. */
        Instance without(int hour) {
            skipped = hour;
            return this;
        }

        JobPlanner planner(int needed) {
            double[] correlations = new double[prices.length];
            Arrays.fill(correlations, correlation);
            return new JobPlanner(prices, correlations, PENALTY, needed);
        }

        /** The least expected cost given all levels so far; decisions may depend on all of them. */
        double leastCost(List<Integer> path, int needed) {
            if (needed == 0) {
                return 0;
            }
            if (path.size() == prices.length) {
                return needed * PENALTY;
            }
            double sum = 0;
            for (int level = 0; level < 3; level++) {
                List<Integer> longer = new ArrayList<>(path);
                longer.add(level);
                double waits = leastCost(longer, needed);
                double buys =
                        path.size() == skipped
                                ? Double.POSITIVE_INFINITY
                                : prices[path.size()][level] + leastCost(longer, needed - 1);
                sum += probability(path, level) * Math.min(waits, buys);
            }
            return sum;
        }

        double costOfBidding(JobPlanner planner, List<Integer> path, int needed) {
            if (needed == 0) {
                return 0;
            }
            if (path.size() == prices.length) {
                return needed * PENALTY;
            }
            double limit = planner.limit(path.size(), needed);
            double sum = 0;
            for (int level = 0; level < 3; level++) {
                List<Integer> longer = new ArrayList<>(path);
                longer.add(level);
                double price = prices[path.size()][level];
                sum +=
                        probability(path, level)
                                * (price <= limit + 1e-9
                                        ? price + costOfBidding(planner, longer, needed - 1)
                                        : costOfBidding(planner, longer, needed));
            }
            return sum;
        }

        private double probability(List<Integer> path, int level) {
            return path.isEmpty()
                    ? 1.0 / 3
                    : LevelTransitions.of(3, correlation)[path.get(path.size() - 1)][level];
        }
    }
}
