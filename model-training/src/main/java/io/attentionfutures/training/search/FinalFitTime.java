package io.attentionfutures.training.search;

import io.attentionfutures.training.fit.FitState;
import io.attentionfutures.training.sample.Folds;
import java.util.List;

/** What the final fit of a trial will take, to go by its fits to the folds. */
final class FinalFitTime {

    private FinalFitTime() {}

    /**
     * Seconds of one thread.
     *
     * @param states where its fits to the folds stand
     */
    static double seconds(TrialResult result, List<FitState> states, Folds folds) {
        double windowEpochs = 0;
        for (int fold = 0; fold < states.size(); fold++) {
            int windows = folds.splits().get(fold).trainingOrigins().size();
            windowEpochs += (double) windows * states.get(fold).epoch();
        }
        double perWindow = windowEpochs == 0 ? 0 : result.seconds() / windowEpochs;
        return perWindow * folds.whole().trainingOrigins().size() * result.bestEpoch();
    }
}
