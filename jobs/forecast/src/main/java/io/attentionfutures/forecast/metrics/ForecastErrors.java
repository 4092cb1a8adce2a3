package io.attentionfutures.forecast.metrics;

/**
 * Pools the errors of forecasts over all origins and windows (definitions: Hyndman and Koehler
 * 2006, Another look at measures of forecast accuracy). Not thread-safe.
 */
public final class ForecastErrors {

    private final double naiveError;
    private final double meanActual;
    private double absolute;
    private double squared;
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

    /** Adds one forecast value; an actual that was not measured (NaN) is left out. */
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
}
