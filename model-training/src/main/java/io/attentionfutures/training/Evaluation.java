package io.attentionfutures.training;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.ForecastEngine;
import io.attentionfutures.forecast.metrics.RollingEvaluation;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.SeriesMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures a bundle's networks, the other forecasters and their combination on held-out ends. */
public final class Evaluation {

    private Evaluation() {}

    /**
     * @param bundle the model
     * @param series whole histories, held-out end included; those too short for a test are left out
     * @param heldOutShare share of each history that is held out
     * @param maximumOrigins most origins per series, the last ones
     * @return errors per series and forecaster
     */
    public static List<SeriesMetrics> measure(
            ModelBundle bundle,
            List<DemandSeries> series,
            double heldOutShare,
            int maximumOrigins) {
        List<SeriesMetrics> all = new ArrayList<>();
        try (ForecastEngine engine = ForecastEngine.of(Optional.of(bundle))) {
            for (DemandSeries one : series) {
                int heldOut = one.windows() - (int) ((1 - heldOutShare) * one.windows() + 1e-9);
                int tested =
                        (int) Math.min(heldOut, maximumOrigins + DemandForecast.HORIZON - 1L);
                if (tested < DemandForecast.HORIZON || heldOut == one.windows()) {
                    continue;
                }
                RollingEvaluation test =
                        new RollingEvaluation(one, one.windows() - tested, one.windows());
                test.run(engine, (done, windows) -> {}, (origin, outlook) -> {})
                        .forEach(
                                (model, errors) ->
                                        all.add(
                                                SeriesMetrics.of(
                                                        one.market(),
                                                        model,
                                                        test.origins(),
                                                        errors)));
            }
        }
        return all;
    }
}
