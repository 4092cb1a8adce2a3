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

    /** Windows in the shortest whole number of days that is at least {@code ahead} windows. */
    public int dayLag(int ahead) {
        return lag(day, ahead);
    }

    /** Windows in the shortest whole number of weeks that is at least {@code ahead} windows. */
    public int weekLag(int ahead) {
        return lag(week, ahead);
    }

    private static int lag(int season, int ahead) {
        return season * ((ahead + season - 1) / season);
    }
}
