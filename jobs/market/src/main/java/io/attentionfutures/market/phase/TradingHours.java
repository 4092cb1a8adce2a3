package io.attentionfutures.market.phase;

/**
 * The part of each UTC day in which a market trades: from the opening minute, inclusive, to the
 * closing minute, exclusive. A closing before the opening is the next day's; if both are the same
 * minute the market never closes.
 *
 * @param openMinute minute of the day, 0 to 1439
 * @param closeMinute minute of the day, 0 to 1439
 */
public record TradingHours(int openMinute, int closeMinute) {
    /** Never closes. */
    public static final TradingHours ALWAYS = new TradingHours(0, 0);

    private static final int MINUTES_OF_DAY = 1440;
    private static final long MINUTE = 60_000;
    private static final long DAY = MINUTES_OF_DAY * MINUTE;

    public TradingHours {
        requireMinute(openMinute);
        requireMinute(closeMinute);
    }

    /** Whether the market never closes. */
    public boolean alwaysOpen() {
        return openMinute == closeMinute;
    }

    /** Milliseconds of each day that the market is open, the whole day if it never closes. */
    public long openMillis() {
        return alwaysOpen()
                ? DAY
                : Math.floorMod(closeMinute - openMinute, MINUTES_OF_DAY) * MINUTE;
    }

    public boolean isOpen(long timeMillis) {
        return sinceOpening(timeMillis) < openMillis();
    }

    /** Returns {@code timeMillis} if the market is open then, else when it opens next. */
    public long nextOpening(long timeMillis) {
        return isOpen(timeMillis) ? timeMillis : timeMillis - sinceOpening(timeMillis) + DAY;
    }

    /**
     * Returns {@code timeMillis} if the market is closed then, else when it closes next; {@link
     * Long#MAX_VALUE} if it never does.
     */
    public long nextClosing(long timeMillis) {
        if (alwaysOpen()) {
            return Long.MAX_VALUE;
        }
        return isOpen(timeMillis)
                ? timeMillis - sinceOpening(timeMillis) + openMillis()
                : timeMillis;
    }

    /**
     * Returns the first multiple of the interval after a time at which the market is open. There is
     * none at the closing itself.
     *
     * @param intervalMillis at least 1; at most {@link #openMillis} unless the market never closes,
     *     so that no day is without a call
     */
    public long nextCallAt(long afterMillis, long intervalMillis) {
        if (intervalMillis < 1 || !alwaysOpen() && intervalMillis > openMillis()) {
            throw new IllegalArgumentException(
                    "call interval must be 1 ms to the hours' length, was " + intervalMillis);
        }
        long next = multipleAfter(afterMillis, intervalMillis);
        return isOpen(next) ? next : multipleAfter(nextOpening(next) - 1, intervalMillis);
    }

    private static long multipleAfter(long timeMillis, long intervalMillis) {
        return (Math.floorDiv(timeMillis, intervalMillis) + 1) * intervalMillis;
    }

    private long sinceOpening(long timeMillis) {
        return Math.floorMod(timeMillis - openMinute * MINUTE, DAY);
    }

    private static void requireMinute(int minute) {
        if (minute < 0 || minute >= MINUTES_OF_DAY) {
            throw new IllegalArgumentException(
                    "minute of the day must be 0 to 1439, was " + minute);
        }
    }
}
