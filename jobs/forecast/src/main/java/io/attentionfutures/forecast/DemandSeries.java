package io.attentionfutures.forecast;

import java.util.Arrays;
import java.util.Objects;

/**
 * The demand history of one market: what was measured per window, oldest first, without holes in
 * time. A window in which nothing was measured is {@link Double#NaN}; every other value is finite.
 * Demand is not negative, but forecasters take any signal. Immutable.
 */
public final class DemandSeries {

    private final String market;
    private final long periodMillis;
    private final long endMillis;
    private final double[] used;
    private final double[] capacity;
    private final double[] largestShare;

    /**
     * @param market the market's name, not blank
     * @param periodMillis length of a window in milliseconds
     * @param endMillis end (exclusive) of the last window, a multiple of the period
     * @param used units in use per window, oldest first; copied
     * @param capacity units on offer in all windows; zero if unknown
     * @throws IllegalArgumentException if a value is infinite, the capacity is negative, or the end
     *     is not a multiple of the period
     */
    public DemandSeries(
            String market, long periodMillis, long endMillis, double[] used, double capacity) {
        this(
                market,
                periodMillis,
                endMillis,
                used,
                filled(used.length, capacity),
                filled(used.length, Double.NaN));
    }

    /**
     * @param market the market's name, not blank
     * @param periodMillis length of a window in milliseconds
     * @param endMillis end (exclusive) of the last window, a multiple of the period
     * @param used units in use per window, oldest first, see {@link DemandWindow#used}; copied
     * @param capacity see {@link DemandWindow#capacity}; copied
     * @param largestShare see {@link DemandWindow#largestShare}; copied
     * @throws IllegalArgumentException if a value is out of range, the lengths differ, or the end
     *     is not a multiple of the period
     */
    public DemandSeries(
            String market,
            long periodMillis,
            long endMillis,
            double[] used,
            double[] capacity,
            double[] largestShare) {
        if (Objects.requireNonNull(market, "market").isBlank()) {
            throw new IllegalArgumentException("market is blank");
        }
        if (periodMillis <= 0 || Math.floorMod(endMillis, periodMillis) != 0) {
            throw new IllegalArgumentException(
                    "end " + endMillis + " is not a multiple of the period " + periodMillis);
        }
        if (used.length != capacity.length || used.length != largestShare.length) {
            throw new IllegalArgumentException("arrays of different lengths");
        }
        this.market = market;
        this.periodMillis = periodMillis;
        this.endMillis = endMillis;
        this.used = used.clone();
        this.capacity = capacity.clone();
        this.largestShare = largestShare.clone();
        for (int i = 0; i < used.length; i++) {
            window(i);
        }
    }

    /** A history without windows yet, whose first one begins at {@code startMillis}. */
    public static DemandSeries empty(String market, long periodMillis, long startMillis) {
        return new DemandSeries(market, periodMillis, startMillis, new double[0], 0);
    }

    /** The market's name. */
    public String market() {
        return market;
    }

    /** Length of a window in milliseconds. */
    public long periodMillis() {
        return periodMillis;
    }

    /** End (exclusive) of the last window, in milliseconds since the epoch. */
    public long endMillis() {
        return endMillis;
    }

    /** Start of the first window, in milliseconds since the epoch. */
    public long startMillis() {
        return endMillis - periodMillis * used.length;
    }

    /** Units in use per window, oldest first, NaN where nothing was measured; a copy. */
    public double[] used() {
        return used.clone();
    }

    /** Units in use in the window {@code index}, NaN where nothing was measured. */
    public double used(int index) {
        return used[index];
    }

    /** All that is known of the window {@code index}. */
    public DemandWindow window(int index) {
        return new DemandWindow(used[index], capacity[index], largestShare[index]);
    }

    /** Units on offer now; zero if unknown. */
    public double capacity() {
        return capacity.length == 0 ? 0 : capacity[capacity.length - 1];
    }

    /** Number of windows. */
    public int windows() {
        return used.length;
    }

    /** Whether no value is negative, as in all demand. */
    public boolean isNotNegative() {
        for (double value : used) {
            if (value < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * This history with one more window, cut at the old end to {@code maximumWindows}.
     *
     * @param window the window that begins at {@link #endMillis()}
     */
    public DemandSeries append(DemandWindow window, int maximumWindows) {
        int kept = Math.min(used.length, Math.max(0, maximumWindows - 1));
        return new DemandSeries(
                market,
                periodMillis,
                endMillis + periodMillis,
                longer(used, kept, window.used()),
                longer(capacity, kept, window.capacity()),
                longer(largestShare, kept, window.largestShare()));
    }

    /** This history with one more window and all earlier ones. */
    public DemandSeries append(DemandWindow window) {
        return append(window, Integer.MAX_VALUE);
    }

    /** The windows {@code [from, to)} of this history as a history of their own. */
    public DemandSeries slice(int from, int to) {
        Objects.checkFromToIndex(from, to, used.length);
        return new DemandSeries(
                market,
                periodMillis,
                endMillis - periodMillis * (used.length - to),
                Arrays.copyOfRange(used, from, to),
                Arrays.copyOfRange(capacity, from, to),
                Arrays.copyOfRange(largestShare, from, to));
    }

    /** The most recent {@code count} windows, or all if there are fewer. */
    public DemandSeries last(int count) {
        return used.length <= count ? this : slice(used.length - count, used.length);
    }

    @Override
    public String toString() {
        return market + "[" + used.length + " windows of " + periodMillis + " ms]";
    }

    private static double[] longer(double[] values, int kept, double next) {
        double[] longer = new double[kept + 1];
        System.arraycopy(values, values.length - kept, longer, 0, kept);
        longer[kept] = next;
        return longer;
    }

    private static double[] filled(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }
}
