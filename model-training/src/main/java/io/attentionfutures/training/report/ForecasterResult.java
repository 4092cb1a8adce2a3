package io.attentionfutures.training.report;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A forecaster's errors on the held-out end of one series.
 *
 * @param series the market
 * @param forecaster the forecaster's name; {@link HeldOutTest#MODEL} is what the market would run
 * @param origins number of forecasts
 * @param mae mean absolute error, in units
 * @param rmse root mean squared error, in units
 * @param mase mean absolute scaled error
 * @param wape weighted absolute percentage error, as a share
 * @param pinball mean pinball loss over the quantiles, in units; null without a distribution
 * @param coverage90 share of the windows inside the 90 % interval; null without a distribution
 * @param maeByHorizon mean absolute error per window ahead, in units
 * @param shareBelow share of the windows at or below each quantile; null without a distribution
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ForecasterResult(
        String series,
        String forecaster,
        int origins,
        double mae,
        double rmse,
        double mase,
        double wape,
        Double pinball,
        Double coverage90,
        double[] maeByHorizon,
        double[] shareBelow) {}
