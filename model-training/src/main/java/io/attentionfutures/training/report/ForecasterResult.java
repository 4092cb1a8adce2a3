package io.attentionfutures.training.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.attentionfutures.forecast.metrics.ForecastErrors;
import io.attentionfutures.forecast.model.SeriesMetrics;

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
 * @param pinball mean pinball loss over the quantiles, in units
 * @param coverage90 share of the windows inside the 90 % interval
 * @param maeByHorizon mean absolute error per window ahead, in units
 * @param shareBelow share of the windows at or below each quantile
 */
public record ForecasterResult(
        String series,
        String forecaster,
        int origins,
        double mae,
        double rmse,
        double mase,
        double wape,
        double pinball,
        double coverage90,
        double[] maeByHorizon,
        double[] shareBelow) {

    static ForecasterResult of(
            String series,
            String forecaster,
            int origins,
            ForecastErrors errors,
            double[] maeByHorizon,
            double[] shareBelow) {
        return new ForecasterResult(
                series,
                forecaster,
                origins,
                errors.mae(),
                errors.rmse(),
                errors.mase(),
                errors.wape(),
                errors.pinball(),
                errors.coverage90(),
                maeByHorizon,
                shareBelow);
    }

    /** The errors over all windows ahead. */
    @JsonIgnore
    public SeriesMetrics metrics() {
        return new SeriesMetrics(
                series, forecaster, origins, mae, rmse, mase, wape, pinball, coverage90);
    }
}
