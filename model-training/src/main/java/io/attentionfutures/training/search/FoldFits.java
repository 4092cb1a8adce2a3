package io.attentionfutures.training.search;

import io.attentionfutures.training.fit.FitKey;
import io.attentionfutures.training.fit.FitState;
import io.attentionfutures.training.fit.FitStore;
import io.attentionfutures.training.sample.Folds;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The fits of trials to the folds, as they are stored.
 *
 * @param folds what trials are judged by
 * @param store where fits are kept
 */
record FoldFits(Folds folds, FitStore store) {
    /** Names the fits of a trial, fold by fold. */
    List<FitKey> keys(Trial trial) {
        return IntStream.range(0, folds.splits().size())
                .mapToObj(fold -> new FitKey(trial.index(), fold, trial.network()))
                .toList();
    }

    /** Where the fits of a trial stand; all were begun. */
    List<FitState> states(Trial trial) {
        return keys(trial).stream().map(key -> store.load(key).orElseThrow()).toList();
    }

    /** Whether the fits of a trial to all folds were begun. */
    boolean begun(Trial trial) {
        return keys(trial).stream().allMatch(key -> store.load(key).isPresent());
    }

    /** The smallest mean error over the folds that a trial had up to an epoch. */
    double bestUpTo(Trial trial, int epoch) {
        List<FitState> states = states(trial);
        return IntStream.rangeClosed(0, epoch)
                .mapToDouble(e -> TrialResult.meanError(states, e))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Keeps of a trial only what decided about it. */
    void forget(Trial trial) {
        for (FitKey key : keys(trial)) {
            store.load(key)
                    .filter(FitState::live)
                    .ifPresent(state -> store.replace(key, state.decided()));
        }
    }
}
