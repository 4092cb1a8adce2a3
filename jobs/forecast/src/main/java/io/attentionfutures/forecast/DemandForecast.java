package io.attentionfutures.forecast;

import java.util.List;

/**
 * The distribution of one market's demand in each of the {@value #HORIZON} windows after the data's
 * end. Arrays are indexed by window, the next one first; all numbers are finite, and those of
 * demand that was never negative are not negative.
 *
 * @param market the market's name
 * @param dataAsOfMillis end of the last window that the forecast knows, milliseconds since the
 *     epoch; entry {@code h} speaks of the window that begins {@code h} periods later
 * @param periodMillis length of a window in milliseconds
 * @param capacity units on offer when the forecast was made
 * @param mean expected units in use
 * @param deviation standard deviation in units, at least {@value #DEVIATION_FLOOR} of the mean
 * @param probabilities the probabilities of the quantiles, increasing
 * @param quantiles {@code [window][probability]} in units, not decreasing in the probability
 * @param model name and version of what made the forecast
 * @param fallback whether a statistical forecaster stood in for the model
 * @param reason why it stood in; empty if it did not
 */
public record DemandForecast(
        String market,
        long dataAsOfMillis,
        long periodMillis,
        double capacity,
        double[] mean,
        double[] deviation,
        double[] probabilities,
        double[][] quantiles,
        String model,
        boolean fallback,
        String reason) {

    /** Number of windows ahead. */
    public static final int HORIZON = 24;

    /** Smallest standard deviation as a share of the mean. */
    public static final double DEVIATION_FLOOR = 0.01;

    /** The probabilities of the quantiles in every forecast. */
    public static final List<Double> PROBABILITIES = List.of(0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95);

    /** {@link #PROBABILITIES} as a new array. */
    public static double[] standardProbabilities() {
        return PROBABILITIES.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Whether every number is finite, no deviation too small, and no quantile decreases. */
    public boolean isValid() {
        for (int h = 0; h < HORIZON; h++) {
            double previous = -Double.MAX_VALUE;
            for (double quantile : quantiles[h]) {
                if (!(quantile >= previous) || Double.isInfinite(quantile)) {
                    return false;
                }
                previous = quantile;
            }
            boolean finite = Double.isFinite(mean[h]) && Double.isFinite(deviation[h]);
            if (!finite || deviation[h] < DEVIATION_FLOOR * Math.abs(mean[h])) {
                return false;
            }
        }
        return true;
    }

    /** This forecast marked as standing in for a model. */
    public DemandForecast asFallback(String why) {
        return new DemandForecast(
                market,
                dataAsOfMillis,
                periodMillis,
                capacity,
                mean,
                deviation,
                probabilities,
                quantiles,
                model,
                true,
                why);
    }
}
