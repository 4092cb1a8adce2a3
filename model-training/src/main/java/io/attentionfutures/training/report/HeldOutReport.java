package io.attentionfutures.training.report;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.training.Training;
import io.attentionfutures.training.TrainingPlan;
import io.attentionfutures.training.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All forecasters on the held-out data.
 *
 * @param probabilities those of the forecasts' quantiles
 * @param results per series the model first, then its networks alone, then the simple methods
 * @param samples a few forecasts of the model
 */
public record HeldOutReport(
        List<Double> probabilities, List<ForecasterResult> results, List<SampleForecast> samples) {

    /** Measures what a training came to; empty if nothing was held out. */
    public static HeldOutReport of(TrainingPlan plan, Training training) {
        List<ForecasterResult> results = new ArrayList<>();
        List<SampleForecast> samples = new ArrayList<>();
        TrainingSettings settings = plan.settings();
        for (DemandSeries series : plan.series()) {
            HeldOutTest test =
                    new HeldOutTest(series, settings.heldOutShare(), settings.maximumTestOrigins());
            if (settings.heldOutShare() == 0 || test.isEmpty()) {
                continue;
            }
            results.addAll(models(test, training));
            results.addAll(test.measureSimple());
            samples.addAll(test.samples(training.bundle()));
        }
        return new HeldOutReport(DemandForecast.PROBABILITIES, results, samples);
    }

    private static List<ForecasterResult> models(HeldOutTest test, Training training) {
        List<Map.Entry<String, ModelBundle>> models = new ArrayList<>();
        models.add(Map.entry(HeldOutTest.MODEL, training.bundle()));
        if (training.parts().size() > 1) {
            models.addAll(training.parts().entrySet());
        }
        return models.parallelStream().map(m -> test.measure(m.getKey(), m.getValue())).toList();
    }
}
