package io.attentionfutures.training;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.ForecastEngine;
import io.attentionfutures.forecast.metrics.Backtest;
import io.attentionfutures.forecast.metrics.ForecastErrors;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.SeriesMetrics;
import io.attentionfutures.forecast.statistical.StatisticalMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures a bundle and the simple methods on the held-out end of each series. */
public final class Evaluation {

    /** The model's name among the measured forecasters. */
    public static final String MODEL = "lstm";

    private Evaluation() {}

    /**
     * @param bundle the model
     * @param series whole histories, held-out end included; those too short for a test are left out
     * @param heldOutShare share of each history that is held out
     * @param maximumOrigins most origins per series, thinned out evenly
     * @return per series the model's errors first, then the simple methods'
     */
    public static List<SeriesMetrics> measure(
            ModelBundle bundle,
            List<DemandSeries> series,
            double heldOutShare,
            int maximumOrigins) {
        List<SeriesMetrics> all = new ArrayList<>();
        try (ForecastEngine engine = new ForecastEngine(Optional.of(bundle))) {
            for (DemandSeries one : series) {
                int heldOut = one.windows() - (int) ((1 - heldOutShare) * one.windows() + 1e-9);
                int origins = heldOut - DemandForecast.HORIZON + 1;
                if (origins < 1 || heldOut == one.windows()) {
                    continue;
                }
                int stride = (origins + maximumOrigins - 1) / maximumOrigins;
                Backtest test = new Backtest(one, heldOutShare, Math.max(1, stride));
                all.add(metrics(one, MODEL, test, test.run(engine)));
                for (StatisticalMethod method : StatisticalMethod.values()) {
                    all.add(metrics(one, method.code(), test, test.run(method)));
                }
            }
        }
        return all;
    }

    private static SeriesMetrics metrics(
            DemandSeries series, String forecaster, Backtest test, ForecastErrors errors) {
        return new SeriesMetrics(
                series.market(),
                forecaster,
                test.origins(),
                errors.mae(),
                errors.rmse(),
                errors.mase(),
                errors.wape());
    }
}
