package io.attentionfutures.training.search;

import io.attentionfutures.training.fit.FitState;
import java.util.List;

/**
 * How a trial went.
 *
 * @param trial the trial
 * @param outcome how it ended
 * @param error smallest mean over the folds of the validation error, in units of the series' scale
 * @param bestEpoch the epoch with that error
 * @param epochs epochs that every fold did, or would have done had validation gone on improving
 * @param seconds computing time of all folds
 */
public record TrialResult(
        Trial trial, Outcome outcome, double error, int bestEpoch, int epochs, double seconds) {

    /** How a trial ended. */
    public enum Outcome {
        /** It did all epochs, or stopped early. */
        FINISHED,
        /** Others were better after the same number of epochs. */
        ABANDONED,
        /** Time was up. */
        CUT
    }

    /**
     * @param folds where the fit to each fold stands
     * @param patience epochs without improvement after which a fold's fit ended
     */
    static TrialResult of(Trial trial, Outcome outcome, List<FitState> folds, int patience) {
        int epochs = 0;
        for (FitState fold : folds) {
            epochs = Math.max(epochs, fold.epoch());
        }
        for (FitState fold : folds) {
            if (!fold.exhausted(patience)) {
                epochs = Math.min(epochs, fold.epoch());
            }
        }
        int bestEpoch = 0;
        for (int epoch = 1; epoch <= epochs; epoch++) {
            if (meanError(folds, epoch) < meanError(folds, bestEpoch)) {
                bestEpoch = epoch;
            }
        }
        double seconds =
                folds.stream()
                        .flatMap(f -> f.epochs().stream())
                        .mapToDouble(e -> e.seconds())
                        .sum();
        return new TrialResult(
                trial, outcome, meanError(folds, bestEpoch), bestEpoch, epochs, seconds);
    }

    /** Mean validation error after an epoch. */
    static double meanError(List<FitState> folds, int epoch) {
        return folds.stream().mapToDouble(f -> f.validationLoss(epoch)).average().orElseThrow();
    }

    /** This, given up; as it is if it had come to its end anyway. */
    TrialResult abandoned() {
        return outcome == Outcome.FINISHED
                ? this
                : new TrialResult(trial, Outcome.ABANDONED, error, bestEpoch, epochs, seconds);
    }
}
