package io.attentionfutures.forecast.online;

import io.attentionfutures.forecast.DemandForecast;
import java.util.List;
import java.util.Map;

/**
 * Weighs forecasters by their relative errors at one speed (Bates and Granger 1969, The combination
 * of forecasts): {@code prior · exp(-a·x - b·x²)} for a forecaster whose error is {@code e^x} times
 * the smallest. Small differences, which may be chance, hardly count; a forecaster that is clearly
 * worse gets nothing. With more windows to go by, the prior fades and differences count for more.
 *
 * <p>The priors are for the first weeks, when errors say little: what has no parameters to fit to a
 * series comes first, and the damped return before all.
 */
final class ExpertWeights {

    private static final double LINEAR = 12;
    private static final double QUADRATIC = 40;
    private static final double PRIOR_WINDOWS = 200;
    private static final double CERTAIN_WINDOWS = 300;
    private static final Map<String, Double> PRIORS =
            Map.of(
                    "damped", 30.0,
                    "naive", 20.0,
                    "median-regression", 6.0,
                    "regression", 3.0,
                    "snaive24", 0.5,
                    "snaive168", 0.5,
                    "mean7d", 0.3,
                    "ets", 0.5,
                    "arima", 1.0);

    private ExpertWeights() {}

    /** Weight at equal errors, as long as there is little to go by. */
    static double prior(String code) {
        return PRIORS.getOrDefault(code, 1.0);
    }

    /**
     * Weighs forecasters.
     *
     * @param experts how they have done, against the same reference
     * @param priors their weights at equal errors
     * @return {@code [window][expert]} weights that sum to one
     */
    static double[][] of(List<ExpertRecord> experts, double[] priors, int speed) {
        int count = experts.size();
        double[][] relative = new double[count][];
        double[] linear = new double[count];
        double[] faded = new double[count];
        for (int e = 0; e < count; e++) {
            double evidence = experts.get(e).evidence();
            relative[e] = experts.get(e).relativeErrors(speed);
            linear[e] = LINEAR * (1 + evidence / (evidence + CERTAIN_WINDOWS));
            faded[e] = StrictMath.log(priors[e]) / (1 + evidence / PRIOR_WINDOWS);
        }
        double[][] weights = new double[DemandForecast.HORIZON][count];
        for (int h = 0; h < weights.length; h++) {
            double smallest = Double.POSITIVE_INFINITY;
            for (double[] one : relative) {
                smallest = Math.min(smallest, one[h]);
            }
            double total = 0;
            for (int e = 0; e < count; e++) {
                double x = StrictMath.log(relative[e][h] / smallest);
                weights[h][e] = StrictMath.exp(faded[e] - x * (linear[e] + QUADRATIC * x));
                total += weights[h][e];
            }
            for (int e = 0; e < count; e++) {
                weights[h][e] /= total;
            }
        }
        return weights;
    }
}
