package io.attentionfutures.local.simulation;

import io.attentionfutures.market.price.DemandDistribution;
import io.attentionfutures.market.price.ScarcityPrice;

/**
 * A forecast of demand as the market publishes it, made at the start of an hour for that hour and
 * those that follow.
 *
 * @param madeAtHour the first hour that it speaks of, which is also the hour in which it is made
 * @param mean expected demand of each hour, lots
 * @param deviation standard deviation of each, lots
 */
public record Forecast(int madeAtHour, double[] mean, double[] deviation) {
    /** Probabilities of the quantiles that are published with mean and deviation. */
    static final double[] PROBABILITIES = {0.05, 0.25, 0.5, 0.75, 0.95};

    private static final double[] DEVIATES = {-1.6449, -0.6745, 0, 0.6745, 1.6449};

    /** Whether it speaks of an hour. */
    public boolean covers(int hour) {
        return hour >= madeAtHour && hour - madeAtHour < mean.length;
    }

    public double meanOf(int hour) {
        return mean[hour - madeAtHour];
    }

    /** Returns the scarcity price of an hour as the forecast sees it now, ticks. */
    public double price(int hour) {
        int ahead = hour - madeAtHour;
        return priceOf(mean[ahead], deviation[ahead]);
    }

    /**
     * Returns the scarcity price that the hour will have at its gate closure if what becomes known
     * of its demand until then is a number of standard deviations above what is expected now.
     *
     * <p>At gate closure the hour is the next one, so what is still unknown then is the deviation
     * that the forecast gives to the next hour, and what becomes known until then has the variance
     * that is left.
     */
    public double priceAtGate(int hour, double deviates) {
        int ahead = hour - madeAtHour;
        return priceOf(mean[ahead] + deviates * deviationUntilGate(hour), deviation[1]);
    }

    /**
     * Returns the scarcity price of an hour when it lies a number of hours ahead, if the demand
     * expected of it is then {@code shockLots} more than it is now.
     */
    public double priceAfter(int hour, double shockLots, int hoursAhead) {
        return priceOf(meanOf(hour) + shockLots, deviation[hoursAhead]);
    }

    /** Returns the standard deviation of what becomes known until the hour's gate closure, lots. */
    public double deviationUntilGate(int hour) {
        double all = deviation[hour - madeAtHour];
        return Math.sqrt(Math.max(0, all * all - deviation[1] * deviation[1]));
    }

    double[][] quantiles() {
        double[][] quantiles = new double[mean.length][PROBABILITIES.length];
        for (int hour = 0; hour < mean.length; hour++) {
            for (int i = 0; i < PROBABILITIES.length; i++) {
                quantiles[hour][i] = Math.max(0, mean[hour] + deviation[hour] * DEVIATES[i]);
            }
        }
        return quantiles;
    }

    private static double priceOf(double mean, double deviation) {
        return ScarcityPrice.of(
                        DemandDistribution.normal(mean, deviation),
                        SimulatedExchange.CAPACITY_LOTS,
                        SimulatedExchange.RESERVE_LOTS,
                        SimulatedExchange.MARGINAL_COST_TICKS,
                        SimulatedExchange.CAP_TICKS)
                .ticks();
    }
}
