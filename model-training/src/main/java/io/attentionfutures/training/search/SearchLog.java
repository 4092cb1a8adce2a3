package io.attentionfutures.training.search;

import java.util.Optional;

/** Keeps what a search has found. */
public interface SearchLog {

    /** What was found before; only a search that has ended is taken as it is. */
    Optional<SearchOutcome> found();

    /** Keeps what was found so far. */
    void found(SearchOutcome outcome);
}
