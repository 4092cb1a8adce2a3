package io.attentionfutures.forecast.model;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.DemandWindow;
import io.attentionfutures.forecast.History;
import io.attentionfutures.forecast.Season;

/**
 * Turns a cleaned history into the model's input. Training and scoring use this one code path on
 * the same span of history; a change of any feature raises {@link #FEATURE_VERSION}.
 *
 * <p>Step {@code i} of the network's input carries the history's window {@code i - STEPS} from the
 * end: its value, use of capacity, price and the largest tenant's share; together with what is
 * known about the window {@code i + 1} ahead: the value a day and a week earlier, the mean of the
 * same time on seven days, the combined simple forecast, the time of day and the day of the week
 * (UTC). Values are differences from the last one in units of the scale. The price is the scarcity
 * index that the window's demand and capacity come to, as a share of the way from marginal cost to
 * the value of lost load: known when the window closes, without waiting for what the market makes
 * of it.
 */
public final class FeatureExtractor {

    /** Version of the features and of the cleaning before them. */
    public static final int FEATURE_VERSION = 2;

    /**
     * Name of the scaling: values as differences from the last one in units of the scale, outputs
     * as differences from the combined simple forecast in the same units.
     */
    public static final String NORMALISER = "last-value-and-scale-1";

    /** Windows that the network reads one after another. */
    public static final int STEPS = DemandForecast.HORIZON;

    /** Numbers per step. */
    public static final int FEATURES = 14;

    private static final double BOUND = 10;
    private static final double SMALLEST_SCALE_SHARE = 1e-3;
    // The epoch was a Thursday; a week begins on Monday.
    private static final double EPOCH_WEEKDAY = 3;

    private static final int HISTORY_DAYS = 15;
    private static final double SCARCE_AT = 0.95;
    private static final double SCARCITY_WIDTH = 0.02;

    private FeatureExtractor() {}

    /** Windows of history that are read: 15 days. */
    public static int historyWindows(long periodMillis) {
        return HISTORY_DAYS * Season.of(periodMillis).day();
    }

    /** Fewest windows of history: a week, and as many windows as the network reads. */
    public static int minimumWindows(long periodMillis) {
        return Season.of(periodMillis).week() + STEPS;
    }

    /**
     * Extracts the features at the end of a history; only the last {@link #historyWindows} windows
     * are read.
     *
     * @param whole the history, at least {@link #minimumWindows} long
     */
    public static FeatureRow extract(DemandSeries whole) {
        DemandSeries series = whole.last(historyWindows(whole.periodMillis()));
        History history = new History(series);
        Season season = history.season();
        double[] base = Combination.points(history);
        int n = history.windows();
        double last = history.at(n - 1);
        double weekMean = history.weekMean(n);
        double scale = scale(history.clean().values(), weekMean, season);
        float[][] steps = new float[FEATURES][STEPS];
        for (int h = 0; h < STEPS; h++) {
            int window = n - STEPS + h;
            double value = history.at(window);
            DemandWindow measured = series.window(window);
            double days = (double) history.epochWindow(n + h) / season.day();
            double dayAngle = 2 * Math.PI * (days - Math.floor(days));
            double weekAngle = 2 * Math.PI * ((days + EPOCH_WEEKDAY) % 7) / 7;
            double[] features = {
                bounded((value - last) / scale),
                bounded((value - weekMean) / scale),
                bounded((history.dayAgo(n, h + 1) - last) / scale),
                bounded((history.weekAgo(n, h + 1) - last) / scale),
                bounded((history.sevenDays(n, h + 1) - last) / scale),
                bounded((base[h] - last) / scale),
                history.clean().filled()[window] ? 1 : 0,
                utilisation(value, measured.capacity()),
                scarcity(value, measured.capacity()),
                Double.isNaN(measured.largestShare()) ? 0 : measured.largestShare(),
                StrictMath.sin(dayAngle),
                StrictMath.cos(dayAngle),
                StrictMath.sin(weekAngle),
                StrictMath.cos(weekAngle)
            };
            for (int f = 0; f < FEATURES; f++) {
                steps[f][h] = (float) features[f];
            }
        }
        return new FeatureRow(scale, base, steps);
    }

    /**
     * The mean change from one day to the next, or the mean distance from the week's mean if that
     * is more; never less than a thousandth of the largest value, and 1 for a history of zeros.
     */
    private static double scale(double[] v, double weekMean, Season season) {
        double change = 0;
        double distance = 0;
        double largest = 0;
        for (int i = season.day(); i < v.length; i++) {
            change += Math.abs(v[i] - v[i - season.day()]);
            distance += Math.abs(v[i] - weekMean);
            largest = Math.max(largest, Math.abs(v[i]));
        }
        double spread = Math.max(change, distance) / (v.length - season.day());
        double scale = Math.max(spread, SMALLEST_SCALE_SHARE * largest);
        return scale > 0 ? scale : 1;
    }

    private static double utilisation(double value, double capacity) {
        return capacity > 0 ? Math.max(-2, Math.min(2, value / capacity)) : 0;
    }

    private static double scarcity(double value, double capacity) {
        double over = (utilisation(value, capacity) - SCARCE_AT) / SCARCITY_WIDTH;
        return capacity > 0 ? 1 / (1 + StrictMath.exp(-over)) : 0;
    }

    private static double bounded(double x) {
        return Math.max(-BOUND, Math.min(BOUND, x));
    }
}
