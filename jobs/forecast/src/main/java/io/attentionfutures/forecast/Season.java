package io.attentionfutures.forecast;

import java.time.Duration;

/**
 * The day and the week counted in windows.
 *
 * @param day windows per day
 * @param week windows per week
 */
public record Season(int day, int week) {

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    /**
     * @param periodMillis length of a window in milliseconds
     * @throws IllegalArgumentException if the period does not divide a day
     */
    public static Season of(long periodMillis) {
        if (periodMillis <= 0 || DAY_MILLIS % periodMillis != 0) {
            throw new IllegalArgumentException(
                    "a period of " + periodMillis + " ms does not divide a day");
        }
        int day = Math.toIntExact(DAY_MILLIS / periodMillis);
        return new Season(day, 7 * day);
    }

    /** The shortest whole number of seasons, in windows, that reaches {@code ahead} windows back. */
    static int lag(int season, int ahead) {
        return season * ((ahead + season - 1) / season);
    }
}
