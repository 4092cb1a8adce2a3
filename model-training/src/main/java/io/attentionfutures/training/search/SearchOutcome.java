package io.attentionfutures.training.search;

import io.attentionfutures.forecast.model.Architecture;
import java.util.Comparator;
import java.util.List;

/**
 * What a search has found so far.
 *
 * @param trials all trials that were tried, by number
 * @param ended why it ended; empty while it goes on
 */
public record SearchOutcome(List<TrialResult> trials, String ended) {

    /** Every trial that was planned was tried. */
    public static final String ALL_TRIED = "all trials done";

    /** The budget was spent. */
    public static final String TIME_UP = "time is up";

    /** Copies. */
    public SearchOutcome {
        trials = List.copyOf(trials);
    }

    /** The trial with the smallest error of a network; of equal ones, the first. */
    public TrialResult best(Architecture network) {
        return trials.stream()
                .filter(t -> t.trial().network() == network)
                .min(
                        Comparator.comparingDouble(TrialResult::error)
                                .thenComparingInt(t -> t.trial().index()))
                .orElseThrow();
    }
}
