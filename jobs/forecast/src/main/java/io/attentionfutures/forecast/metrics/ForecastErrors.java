package io.attentionfutures.forecast.metrics;

import io.attentionfutures.forecast.DemandForecast;

/**
 * Pools the errors of forecasts over all origins and windows (definitions: Hyndman and Koehler
 * 2006, Another look at measures of forecast accuracy; pinball loss: Koenker and Bassett 1978,
 * Regression quantiles). Not thread-safe.
 */
public final class ForecastErrors {

    private static final double[] PROBABILITIES = DemandForecast.standardProbabilities();

    private final double naiveError;
    private final double meanActual;
    private double absolute;
    private double squared;
    private double pinball;
    private long inside;
    private long distributions;
    private long count;

    /**
     * @param naiveError mean absolute change over a day in the training part, in units: the
     *     denominator of MASE
     * @param meanActual mean absolute value of the test part, in units: the denominator of WAPE
     */
    public ForecastErrors(double naiveError, double meanActual) {
        this.naiveError = naiveError;
        this.meanActual = meanActual;
    }

    /**
     * Adds one forecast value.
     *
     * @param forecast point forecast, in units
     * @param quantiles forecast at {@link DemandForecast#PROBABILITIES}, in units
     * @param actual what came, in units
     */
    public void add(double forecast, double[] quantiles, double actual) {
        add(forecast, actual);
        distributions++;
        for (int q = 0; q < quantiles.length; q++) {
            double over = actual - quantiles[q];
            pinball +=
                    Math.max(PROBABILITIES[q] * over, (PROBABILITIES[q] - 1) * over)
                            / quantiles.length;
        }
        if (actual >= quantiles[0] && actual <= quantiles[quantiles.length - 1]) {
            inside++;
        }
    }

    /**
     * Adds one forecast value without a distribution, which pinball loss and coverage leave out; an
     * actual that was not measured (NaN) is left out too.
     */
    public void add(double forecast, double actual) {
        if (Double.isNaN(actual)) {
            return;
        }
        double error = forecast - actual;
        absolute += Math.abs(error);
        squared += error * error;
        count++;
    }

    /** Number of forecast values. */
    public long count() {
        return count;
    }

    /** Mean absolute error, in units; 0 without values. */
    public double mae() {
        return count == 0 ? 0 : absolute / count;
    }

    /** Root mean squared error, in units; 0 without values. */
    public double rmse() {
        return count == 0 ? 0 : Math.sqrt(squared / count);
    }

    /** Mean absolute scaled error; 0 if the training part does not change from day to day. */
    public double mase() {
        return naiveError > 0 ? mae() / naiveError : 0;
    }

    /** Weighted absolute percentage error, as a share; 0 if the test part is all zeros. */
    public double wape() {
        return meanActual > 0 ? mae() / meanActual : 0;
    }

    /** Mean pinball loss over all quantiles, in units; 0 without values. */
    public double pinball() {
        return distributions == 0 ? 0 : pinball / distributions;
    }

    /** Share of the actuals within the outer quantiles, the 90 % interval; 0 without values. */
    public double coverage90() {
        return distributions == 0 ? 0 : (double) inside / distributions;
    }
}
