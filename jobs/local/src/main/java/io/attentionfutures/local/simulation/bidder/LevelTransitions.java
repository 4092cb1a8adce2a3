package io.attentionfutures.local.simulation.bidder;

import io.attentionfutures.market.price.NormalDistribution;
import java.util.concurrent.ConcurrentHashMap;

/** Probabilities from each price level of an hour to each level of the next: a Gaussian copula. */
final class LevelTransitions {
    private static final double INDEPENDENT = 1e-3;
    private static final double SAME = 0.999;
    private static final double WIDEST = 8;
    private static final ConcurrentHashMap<Long, double[][]> KNOWN = new ConcurrentHashMap<>();

    private LevelTransitions() {}

    /** Returns {@code P(next level | level)}; correlations are rounded to a thousandth. */
    static double[][] of(int levels, double correlation) {
        long thousandths = Math.round(1000 * Math.max(-1, Math.min(1, correlation)));
        return KNOWN.computeIfAbsent(
                levels * 10_000L + thousandths + 1_000, key -> compute(levels, thousandths / 1e3));
    }

    private static double[][] compute(int levels, double correlation) {
        double[][] transitions = new double[levels][levels];
        double kept = Math.max(-SAME, Math.min(SAME, correlation));
        double spread = Math.sqrt(1 - kept * kept);
        for (int from = 0; from < levels; from++) {
            double centre = deviate((from + 0.5) / levels);
            double below = 0;
            for (int to = 0; to < levels; to++) {
                if (Math.abs(correlation) < INDEPENDENT) {
                    transitions[from][to] = 1.0 / levels;
                    continue;
                }
                double upTo =
                        to == levels - 1
                                ? 1
                                : NormalDistribution.cumulative(
                                        (deviate((to + 1.0) / levels) - kept * centre) / spread);
                transitions[from][to] = upTo - below;
                below = upTo;
            }
        }
        return transitions;
    }

    /** Returns the standard normal number that lies above a share of all others, by bisection. */
    static double deviate(double probability) {
        double low = -WIDEST;
        double high = WIDEST;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (NormalDistribution.cumulative(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
