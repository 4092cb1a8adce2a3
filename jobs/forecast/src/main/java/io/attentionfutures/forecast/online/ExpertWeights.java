package io.attentionfutures.forecast.online;

import io.attentionfutures.forecast.DemandForecast;
import java.util.Map;

/**
 * Weighs forecasters by their relative errors at one speed (Bates and Granger 1969, The combination
 * of forecasts, with a power as in Aiolfi and Timmermann 2006): {@code prior · exp(-a·x - b·x²)}
 * for a forecaster whose error is {@code e^x} times the smallest. Small differences, which may be
 * chance, hardly count; a forecaster that is clearly worse gets nothing.
 */
final class ExpertWeights {

    private static final double LINEAR = 8;
    private static final double QUADRATIC = 10;
    private static final Map<String, Double> PRIOR = Map.of("damped", 3.0, "naive", 1.5);

    private ExpertWeights() {}

    static double prior(String code) {
        return PRIOR.getOrDefault(code, 1.0);
    }

    /**
     * @param relative {@code [expert][window]} errors as multiples of the same reference
     * @param priors weights at equal errors
     * @return {@code [window][expert]} weights that sum to one
     */
    static double[][] of(double[][] relative, double[] priors) {
        double[][] weights = new double[DemandForecast.HORIZON][relative.length];
        for (int h = 0; h < weights.length; h++) {
            double smallest = Double.POSITIVE_INFINITY;
            for (double[] one : relative) {
                smallest = Math.min(smallest, one[h]);
            }
            double total = 0;
            for (int e = 0; e < relative.length; e++) {
                double x = StrictMath.log(relative[e][h] / smallest);
                weights[h][e] = priors[e] * StrictMath.exp(-x * (LINEAR + QUADRATIC * x));
                total += weights[h][e];
            }
            for (int e = 0; e < relative.length; e++) {
                weights[h][e] /= total;
            }
        }
        return weights;
    }
}
