package io.attentionfutures.benchmarks.cluster;

import java.time.Duration;

/** Waits for what another process does. */
public final class Awaiting {
    private static final long POLL_MILLIS = 100;

    /** Something to wait for. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws InterruptedException;
    }

    private Awaiting() {}

    /**
     * Waits until a condition holds.
     *
     * @throws ClusterException if it does not within the limit, saying what was awaited
     */
    public static void until(String what, Duration limit, Condition condition)
            throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new ClusterException(
                        "waited " + limit.toSeconds() + " s in vain for " + what);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }
}
