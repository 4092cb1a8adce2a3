package io.attentionfutures.training;

import io.attentionfutures.training.fit.FitStore;
import io.attentionfutures.training.search.SearchLog;
import io.attentionfutures.training.search.SearchOutcome;
import java.util.Optional;

/**
 * Where a training keeps what it has done so far, and finds it when it is started again.
 *
 * @param fits where each fit stands
 * @param search what the search has found
 * @param spentSeconds time that was spent before
 */
public record TrainingLog(FitStore fits, SearchLog search, double spentSeconds) {

    /** A log that is gone with the process. */
    public static TrainingLog inMemory() {
        SearchLog search =
                new SearchLog() {
                    @Override
                    public Optional<SearchOutcome> found() {
                        return Optional.empty();
                    }

                    @Override
                    public void found(SearchOutcome outcome) {}
                };
        return new TrainingLog(FitStore.inMemory(), search, 0);
    }
}
