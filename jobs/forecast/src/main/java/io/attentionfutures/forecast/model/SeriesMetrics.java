package io.attentionfutures.forecast.model;

/**
 * A forecaster's errors on the held-out end of one series.
 *
 * @param series the market
 * @param forecaster the forecaster's name
 * @param origins number of forecasts
 * @param mae mean absolute error, in units
 * @param rmse root mean squared error, in units
 * @param mase mean absolute scaled error
 * @param wape weighted absolute percentage error, as a share
 * @param pinball mean pinball loss over all quantiles, in units
 * @param coverage90 share of the actuals within the 90 % interval
 */
public record SeriesMetrics(
        String series,
        String forecaster,
        int origins,
        double mae,
        double rmse,
        double mase,
        double wape,
        double pinball,
        double coverage90) {}
