package io.attentionfutures.forecast.statistical;

import io.attentionfutures.forecast.History;
import io.attentionfutures.forecast.Season;

/**
 * What {@link LaggedRegression} explains a window by: what the origin knows, as differences from
 * its last value in units of the origin's own scale, and the window's place in the day and the
 * week. So a series that is multiplied by a number has the same features.
 */
final class RegressionFeatures {

    /** Numbers per window. */
    static final int COUNT = 24;

    /** Fewest windows before an origin. */
    static final int MINIMUM_WINDOWS = 30;

    private static final int DAYS = 28;
    private static final int WEEKS = 4;
    private static final double BOUND = 5;
    private static final double CALENDAR_WEIGHT = 0.3;
    private static final double SMALLEST_SCALE_SHARE = 1e-3;
    // The epoch was a Thursday; Saturday is day 5 of a week that begins on Monday.
    private static final int EPOCH_WEEKDAY = 3;
    private static final int SATURDAY = 5;

    private final History history;
    private final int end;
    private final double last;
    private final double scale;

    RegressionFeatures(History history, int end) {
        this.history = history;
        this.end = end;
        this.last = history.at(end - 1);
        this.scale = scale();
    }

    /** The last value before the origin, in units. */
    double last() {
        return last;
    }

    /** Units per unit of the features, above zero. */
    double scale() {
        int from = Math.max(0, end - history.season().week());
        double distance = 0;
        double largest = 0;
        for (int i = from; i < end; i++) {
            distance += Math.abs(history.at(i) - last);
            largest = Math.max(largest, Math.abs(history.at(i)));
        }
        double own = distance / (end - from) + history.meanChange(end, history.season().week());
        double scale = Math.max(own, SMALLEST_SCALE_SHARE * largest);
        return scale > 0 ? scale : 1;
    }

    /** Fills in the features of the window {@code h + 1} ahead of the origin. */
    void fill(int h, double[] row) {
        Season season = history.season();
        int day = season.day();
        int ahead = h + 1;
        int yesterday = end - 1 + ahead - season.dayLag(ahead);
        int at = 0;
        row[at++] = difference(history.earlier(end - 2, end));
        row[at++] = difference(history.earlier(end - 3, end));
        row[at++] = difference(history.mean(end, 3));
        row[at++] = difference(history.mean(end, 6));
        row[at++] = difference(history.mean(end, 12));
        row[at++] = difference(history.dayMean(end));
        row[at++] = difference(history.weekMean(end));
        row[at++] = difference(history.earlier(end - 1 - day, end));
        row[at++] = difference(history.earlier(end - 1 - season.week(), end));
        row[at++] = difference(history.sameTime(end - 1 - day, end));
        row[at++] = difference(history.earlier(yesterday, end));
        row[at++] = difference(history.earlier(yesterday - day, end));
        row[at++] = difference(history.weekAgo(end, ahead));
        row[at++] = difference(history.sevenDays(end, ahead));
        row[at++] = difference(history.earlier(Math.min(yesterday + 1, end - 1), end));
        row[at++] = difference(history.earlier(yesterday - 1, end));
        row[at++] = difference(history.every(day, DAYS, yesterday, end));
        int lastWeek = end - 1 + ahead - season.weekLag(ahead);
        row[at++] = difference(history.every(season.week(), WEEKS, lastWeek, end));
        long window = history.epochWindow(end + h);
        double angle = 2 * Math.PI * Math.floorMod(window, (long) day) / day;
        row[at++] = CALENDAR_WEIGHT * StrictMath.sin(angle);
        row[at++] = CALENDAR_WEIGHT * StrictMath.cos(angle);
        row[at++] = CALENDAR_WEIGHT * StrictMath.sin(2 * angle);
        row[at++] = CALENDAR_WEIGHT * StrictMath.cos(2 * angle);
        long weekday = Math.floorMod(Math.floorDiv(window, (long) day) + EPOCH_WEEKDAY, 7L);
        row[at++] = weekday >= SATURDAY ? CALENDAR_WEIGHT : 0;
        row[at] = CALENDAR_WEIGHT;
    }

    private double difference(double value) {
        return Math.max(-BOUND, Math.min(BOUND, (value - last) / scale));
    }
}
