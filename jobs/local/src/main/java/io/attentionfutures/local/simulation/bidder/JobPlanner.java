package io.attentionfutures.local.simulation.bidder;

/**
 * Decides when a flexible job buys its hours: any {@code needed} of the hours to come, each of
 * which has an uncertain price that shows when its turn comes.
 *
 * <p>Optimal stopping with several stops, by backward induction over (hour, price level, hours
 * still needed):
 *
 * <pre>
 * V(h, i, k) = min( p(h, i) + E[V(h+1, j, k-1) | i],  E[V(h+1, j, k) | i] )
 * </pre>
 *
 * where hour {@code h} costs {@code p(h, i)} at its {@code i}-th price level. The levels of an hour
 * are equally likely beforehand; given level {@code i} of an hour, the levels of the next follow
 * the Gaussian copula of their correlation, because a demand shock outlasts the hour that it hits.
 * Hours that are still needed at the end cost a penalty each.
 *
 * <p>A job of consecutive hours is the same problem with one stop, where each possible start takes
 * the place of an hour and the price of the whole block that of the hour's price.
 */
public final class JobPlanner {
    private final double[][] prices;
    private final double[][][] transitions;
    private final double[][][] values;
    private final double penalty;

    /**
     * Solves the plan for up to {@code most} hours.
     *
     * @param prices price levels of each hour in order of delivery, ascending, the same number for
     *     all
     * @param correlations correlation of each hour's price with the next hour's, −1 to 1
     * @param penalty cost of an hour that is not bought in the end
     * @param most largest number of hours needed
     */
    public JobPlanner(double[][] prices, double[] correlations, double penalty, int most) {
        if (prices.length == 0 || most < 1) {
            throw new IllegalArgumentException("a plan needs hours to choose from and to buy");
        }
        if (correlations.length < prices.length - 1) {
            throw new IllegalArgumentException("a plan needs a correlation for each next hour");
        }
        this.prices = prices;
        this.penalty = penalty;
        this.transitions = new double[prices.length][][];
        for (int hour = 0; hour < prices.length - 1; hour++) {
            transitions[hour] = LevelTransitions.of(prices[hour].length, correlations[hour]);
        }
        this.values = new double[prices.length][most + 1][];
        for (int hour = prices.length - 1; hour >= 0; hour--) {
            for (int needed = 0; needed <= most; needed++) {
                values[hour][needed] = solve(hour, needed);
            }
        }
    }

    private double[] solve(int hour, int needed) {
        double[] value = new double[prices[hour].length];
        if (needed == 0) {
            return value;
        }
        for (int level = 0; level < value.length; level++) {
            value[level] =
                    Math.min(
                            prices[hour][level] + after(hour, level, needed - 1),
                            after(hour, level, needed));
        }
        return value;
    }

    /** Returns the expected cost from the next hour on, given the level of this one. */
    private double after(int hour, int level, int needed) {
        if (hour == prices.length - 1) {
            return needed * penalty;
        }
        double[] next = values[hour + 1][needed];
        double[] probabilities = transitions[hour][level];
        double sum = 0;
        for (int i = 0; i < next.length; i++) {
            sum += probabilities[i] * next[i];
        }
        return sum;
    }

    /** Returns the expected cost of buying {@code needed} hours before any price is seen. */
    public double expectedCost(int needed) {
        return mean(values[0][needed]);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /**
     * Returns the reservation price of an hour when its turn comes: the highest price at which
     * buying it beats waiting. Between levels it is interpolated.
     *
     * @param needed hours still needed, at least 1
     * @return the price; negative if no price of the hour is low enough
     */
    public double limit(int hour, int needed) {
        double[] levels = prices[hour];
        double advantage = advantage(hour, 0, needed);
        if (advantage < 0) {
            return levels[0] + advantage;
        }
        for (int level = 1; level < levels.length; level++) {
            double next = advantage(hour, level, needed);
            if (next < 0) {
                double share = advantage / (advantage - next);
                return levels[level - 1] + share * (levels[level] - levels[level - 1]);
            }
            advantage = next;
        }
        return levels[levels.length - 1] + advantage;
    }

    /** What buying at a level saves against waiting. */
    private double advantage(int hour, int level, int needed) {
        return after(hour, level, needed) - after(hour, level, needed - 1) - prices[hour][level];
    }

    /**
     * Returns the price up to which it is better to buy an hour now, before its turn, than to keep
     * the choice: the value of all hours less the value of the others with one hour less to buy.
     *
     * @param needed hours still needed, at least 1
     */
    public double limitAhead(int hour, int needed) {
        return expectedCost(needed) - expectedCostWithout(hour, needed - 1);
    }

    private double expectedCostWithout(int skipped, int needed) {
        if (needed == 0) {
            return 0;
        }
        // From the hour before the skipped one, a level leads on through the skipped hour's.
        double[][] next = new double[needed + 1][];
        for (int k = 0; k <= needed; k++) {
            next[k] = new double[prices[skipped].length];
            for (int level = 0; level < next[k].length; level++) {
                next[k][level] = after(skipped, level, k);
            }
        }
        for (int hour = skipped - 1; hour >= 0; hour--) {
            next = stepBack(hour, next, needed);
        }
        return mean(next[needed]);
    }

    private double[][] stepBack(int hour, double[][] next, int needed) {
        int levels = prices[hour].length;
        double[][] stepped = new double[needed + 1][levels];
        double[] onward = new double[needed + 1];
        for (int level = 0; level < levels; level++) {
            double[] probabilities = transitions[hour][level];
            for (int k = 0; k <= needed; k++) {
                double sum = 0;
                for (int i = 0; i < probabilities.length; i++) {
                    sum += probabilities[i] * next[k][i];
                }
                onward[k] = sum;
            }
            for (int k = 1; k <= needed; k++) {
                stepped[k][level] = Math.min(prices[hour][level] + onward[k - 1], onward[k]);
            }
        }
        return stepped;
    }

    /**
     * Returns the standard normal deviates in the middle of equally likely levels, ascending: level
     * {@code i} of {@code n} stands at probability {@code (i + 1/2) / n}.
     */
    public static double[] deviates(int levels) {
        double[] deviates = new double[levels];
        for (int i = 0; i < levels; i++) {
            deviates[i] = LevelTransitions.deviate((i + 0.5) / levels);
        }
        return deviates;
    }
}
