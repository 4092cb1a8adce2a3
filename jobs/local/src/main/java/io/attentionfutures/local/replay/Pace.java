package io.attentionfutures.local.replay;

import java.time.Duration;

/** How fast the market's clock runs in a replay. */
public final class Pace {
    private static final long SHORTEST_BEAT = 100;
    private static final long LONGEST_BEAT = Duration.ofMinutes(5).toMillis();

    private final double speed;
    private final boolean follow;
    private final long openedMillis = System.currentTimeMillis();
    private long openedAtClock = Long.MIN_VALUE;

    private Pace(double speed, boolean follow) {
        this.speed = speed;
        this.follow = follow;
    }

    /**
     * Returns a pace.
     *
     * @param speed seconds of market time per second; infinite for as fast as it goes
     * @param follow whether the clock becomes the wall clock once it has caught up with it
     */
    public static Pace of(double speed, boolean follow) {
        return new Pace(speed, follow);
    }

    /** Returns the market time between heartbeats. */
    long beatMillis(long clockMillis) {
        if (follow && clockMillis >= System.currentTimeMillis() - LONGEST_BEAT) {
            return SHORTEST_BEAT;
        }
        if (Double.isInfinite(speed)) {
            return LONGEST_BEAT;
        }
        long beat = (long) (speed * SHORTEST_BEAT);
        return Math.max(SHORTEST_BEAT, Math.min(LONGEST_BEAT, beat - beat % SHORTEST_BEAT));
    }

    /** Waits until the market's clock may show a time. */
    void await(long clockMillis) throws InterruptedException {
        if (openedAtClock == Long.MIN_VALUE) {
            openedAtClock = clockMillis;
        }
        long due =
                Double.isInfinite(speed)
                        ? openedMillis
                        : openedMillis + (long) ((clockMillis - openedAtClock) / speed);
        if (follow) {
            due = Math.max(due, clockMillis);
        }
        long wait = due - System.currentTimeMillis();
        if (wait > 0) {
            Thread.sleep(wait);
        }
    }
}
