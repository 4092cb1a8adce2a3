package io.attentionfutures.training.search;

import java.util.function.LongSupplier;

/**
 * The time that search and final fit may take together. Until it is known what the final fit will
 * take, a share is kept back for it.
 */
public final class Budget {

    private static final double KEPT_BACK = 0.4;
    private static final double TOLERANCE = 1.02;

    private final LongSupplier nanos;
    private final long started;
    private final double seconds;
    private final double spentBefore;
    private volatile double reserve;

    /**
     * @param seconds the budget; 0 for none
     * @param spentBefore seconds that the run had spent before it was resumed
     * @param nanos a clock
     */
    public Budget(double seconds, double spentBefore, LongSupplier nanos) {
        this.nanos = nanos;
        this.started = nanos.getAsLong();
        this.seconds = seconds;
        this.spentBefore = spentBefore;
        this.reserve = KEPT_BACK * seconds;
    }

    /** Seconds that the run has taken so far, before and after it was resumed. */
    public double spent() {
        return spentBefore + (nanos.getAsLong() - started) / 1e9;
    }

    /** Seconds of this process alone. */
    double spentHere() {
        return spent() - spentBefore;
    }

    /** Seconds left; infinite without a budget. */
    double left() {
        return seconds > 0 ? Math.max(0, seconds - spent()) : Double.POSITIVE_INFINITY;
    }

    /** Says what the final fit will take. */
    void reserve(double finalSeconds) {
        reserve = finalSeconds;
    }

    /** Whether the search has to end so that the final fit is done in time. */
    boolean searchIsOver() {
        return seconds > 0 && spent() + reserve >= seconds;
    }

    /** Whether even the final fit has to end. */
    boolean isSpent() {
        return seconds > 0 && spent() >= TOLERANCE * seconds;
    }
}
