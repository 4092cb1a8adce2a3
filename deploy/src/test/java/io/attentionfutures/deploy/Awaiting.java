package io.attentionfutures.deploy;

import java.time.Duration;

/** Waits for what another process does. */
public final class Awaiting {
    private static final long POLL_MILLIS = 200;

    /** Something to wait for. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws Exception;
    }

    private Awaiting() {}

    /** Waits until a condition holds, and fails if it does not within the limit. */
    public static void until(String what, Duration limit, Condition condition) throws Exception {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited " + limit.toSeconds() + " s in vain for " + what);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }
}
