package io.attentionfutures.training.evaluation;

import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.ForecastEngine;
import io.attentionfutures.forecast.metrics.ForecastErrors;
import io.attentionfutures.forecast.metrics.RollingEvaluation;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.training.Progress;
import io.attentionfutures.training.Trainer;
import io.attentionfutures.training.TrainingException;
import io.attentionfutures.training.TrainingPlan;
import io.attentionfutures.training.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Evaluates every forecaster on the ends of series: a given model's networks, or some that are
 * trained on what lies before.
 *
 * @param tests what to evaluate on
 * @param horizon windows ahead that are measured
 */
public record Evaluation(List<SeriesTest> tests, int horizon) {

    /** Is told how many of all windows are done. */
    @FunctionalInterface
    public interface Listener {
        void windows(String series, int done, int all);
    }

    /** A trained model, or why there is none. */
    public record Trained(Optional<ModelBundle> bundle, String obstacle) {}

    /** Trains networks on the series' parts for training; one model for all. */
    public Trained train(TrainingSettings settings, Progress progress) {
        List<DemandSeries> parts =
                tests.stream()
                        .filter(test -> test.testStart() > 0)
                        .map(SeriesTest::training)
                        .toList();
        try {
            TrainingPlan plan =
                    new TrainingPlan(parts, settings.toBuilder().heldOutShare(0).build());
            return new Trained(Optional.of(Trainer.train(plan, progress)), "");
        } catch (TrainingException e) {
            return new Trained(Optional.empty(), "no network: " + e.getMessage());
        }
    }

    /**
     * Evaluates.
     *
     * @param bundle whose networks to evaluate, if any
     * @param note why networks are missing; empty if none is
     * @return one result per series; without models, and a note, if it is too short
     */
    public List<EvaluatedSeries> run(Optional<ModelBundle> bundle, String note, Listener listener) {
        return tests.parallelStream().map(test -> run(test, bundle, note, listener)).toList();
    }

    private EvaluatedSeries run(
            SeriesTest test, Optional<ModelBundle> bundle, String note, Listener listener) {
        String name = test.series().market();
        RollingEvaluation evaluation;
        try {
            evaluation =
                    new RollingEvaluation(test.series(), test.testStart(), test.testEnd(), horizon);
        } catch (IllegalArgumentException e) {
            return new EvaluatedSeries(name, test.series().windows(), 0, List.of(), e.getMessage());
        }
        try (ForecastEngine engine = ForecastEngine.of(bundle)) {
            Map<String, ForecastErrors> errors =
                    evaluation.run(
                            engine,
                            (done, all) -> listener.windows(name, done, all),
                            (origin, model, points, quantiles) -> {});
            List<EvaluatedSeries.ModelErrors> models = new ArrayList<>();
            for (String model : evaluation.models()) {
                models.add(EvaluatedSeries.ModelErrors.of(model, errors.get(model)));
            }
            return new EvaluatedSeries(
                    name,
                    test.series().windows(),
                    evaluation.origins(),
                    models,
                    note.isEmpty() ? null : note);
        }
    }
}
