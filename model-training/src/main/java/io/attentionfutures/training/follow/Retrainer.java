package io.attentionfutures.training.follow;

import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.Season;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.ModelForecaster;
import io.attentionfutures.forecast.model.ScoringEngines;
import io.attentionfutures.forecast.release.ModelTrial;
import io.attentionfutures.forecast.release.Verdict;
import io.attentionfutures.training.Trainer;
import io.attentionfutures.training.TrainingException;
import io.attentionfutures.training.TrainingPlan;
import io.attentionfutures.training.TrainingSettings;
import io.attentionfutures.training.fit.EpochResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Makes a challenger for a model that no longer does well enough: fine-tuned on all but the newest
 * days, or trained anew where there is no model, and compared with it on those days exactly as the
 * market will do.
 *
 * @param settings how to train
 * @param leaveOutDays newest days that training does not see
 * @param trial how the two are compared
 */
public record Retrainer(TrainingSettings settings, int leaveOutDays, ModelTrial trial) {

    /**
     * @throws TrainingException if too little is left out to compare anything
     */
    public Retrainer {
        TrainingException.require(
                leaveOutDays >= 2 && leaveOutDays <= 14,
                "--leave-out " + leaveOutDays + " is not in 2..14 days");
        settings = settings.toBuilder().heldOutShare(0).build();
    }

    /**
     * Trains.
     *
     * @param champion the model to do better than, for windows of the same length; empty to train
     *     anew
     * @param series whole histories of one period
     * @param progress is told every epoch
     * @return the challenger; empty if training found nothing better
     * @throws TrainingException if every history is too short
     */
    public Optional<ModelBundle> train(
            Optional<ModelBundle> champion,
            List<DemandSeries> series,
            Consumer<EpochResult> progress) {
        List<DemandSeries> seen =
                series.stream().map(this::seen).filter(one -> one.windows() > 0).toList();
        TrainingException.require(
                !seen.isEmpty(),
                "no history is longer than the " + leaveOutDays + " days that are left out");
        TrainingPlan plan = new TrainingPlan(seen, settings);
        return champion.isPresent()
                ? FineTuning.of(champion.get(), plan, progress)
                : Optional.of(Trainer.train(plan, (result, standing) -> progress.accept(result)));
    }

    private DemandSeries seen(DemandSeries whole) {
        int leftOut = leaveOutDays * Season.of(whole.periodMillis()).day();
        return whole.slice(0, Math.max(0, whole.windows() - leftOut));
    }

    /** Compares on every market; where there is no champion, with the simple forecasters. */
    public TreeMap<String, Verdict> evaluate(
            Optional<ModelBundle> champion, ModelBundle challenger, List<DemandSeries> series) {
        TreeMap<String, Verdict> verdicts = new TreeMap<>();
        try (ModelForecaster tried = open(challenger)) {
            if (champion.isEmpty()) {
                series.forEach(
                        one ->
                                verdicts.put(
                                        one.market(), trial.compare(one, Optional.empty(), tried)));
                return verdicts;
            }
            try (ModelForecaster serving = open(champion.get())) {
                series.forEach(
                        one ->
                                verdicts.put(
                                        one.market(),
                                        trial.compare(one, Optional.of(serving), tried)));
                return verdicts;
            }
        }
    }

    private static ModelForecaster open(ModelBundle bundle) {
        return new ModelForecaster(bundle, ScoringEngines.AUTO, OptionalInt.empty());
    }
}
