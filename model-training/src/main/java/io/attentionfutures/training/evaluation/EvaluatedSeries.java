package io.attentionfutures.training.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attentionfutures.forecast.metrics.ForecastErrors;
import java.util.List;

/**
 * How good every forecaster was on one series.
 *
 * @param series its name
 * @param windows windows of the whole history
 * @param origins forecasts of each model
 * @param models errors by model
 * @param note why a network is missing; null if none is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvaluatedSeries(
        String series, int windows, int origins, List<ModelErrors> models, String note) {

    /**
     * Errors of one model, pooled over all origins and windows ahead.
     *
     * @param model code of the forecaster
     * @param mae mean absolute error, in units
     * @param rmse root mean squared error, in units
     * @param wape weighted absolute percentage error, as a share
     * @param mase mean absolute scaled error
     * @param pinball mean pinball loss over the quantiles, in units
     * @param coverage90 share of the actuals within the 90 % interval
     */
    public record ModelErrors(
            String model,
            double mae,
            double rmse,
            double wape,
            double mase,
            double pinball,
            double coverage90) {

        static ModelErrors of(String model, ForecastErrors errors) {
            return new ModelErrors(
                    model,
                    errors.mae(),
                    errors.rmse(),
                    errors.wape(),
                    errors.mase(),
                    errors.pinball(),
                    errors.coverage90());
        }
    }
}
