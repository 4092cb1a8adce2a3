package io.attentionfutures.benchmarks.flow;

import java.util.Locale;

/** The two jobs that are compared. */
enum FlowJobKind {
    IDENTITY,
    MARKET;

    /** Returns the name that arguments and folders have. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FlowJobKind of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
