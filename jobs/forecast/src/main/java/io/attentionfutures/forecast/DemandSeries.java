package io.attentionfutures.forecast;

import java.util.Arrays;
import java.util.Objects;

/**
 * The demand history of one market: the mean units in use per window, oldest first, without holes
 * in time. A window in which nothing was measured is {@link Double#NaN}; every other value is
 * finite and not negative. Immutable.
 */
public final class DemandSeries {

    private final String market;
    private final long periodMillis;
    private final long endMillis;
    private final double[] used;
    private final double capacity;

    /**
     * @param market the market's name, not blank
     * @param periodMillis length of a window in milliseconds
     * @param endMillis end (exclusive) of the last window, a multiple of the period
     * @param used units in use per window, oldest first; copied
     * @param capacity units on offer now; zero if unknown
     * @throws IllegalArgumentException if a value is negative or infinite, or the end is not a
     *     multiple of the period
     */
    public DemandSeries(
            String market, long periodMillis, long endMillis, double[] used, double capacity) {
        this(market, periodMillis, endMillis, capacity, used.clone());
        for (double value : used) {
            requireMeasure(value);
        }
    }

    private DemandSeries(
            String market, long periodMillis, long endMillis, double capacity, double[] owned) {
        if (Objects.requireNonNull(market, "market").isBlank()) {
            throw new IllegalArgumentException("market is blank");
        }
        if (periodMillis <= 0 || Math.floorMod(endMillis, periodMillis) != 0) {
            throw new IllegalArgumentException(
                    "end " + endMillis + " is not a multiple of the period " + periodMillis);
        }
        if (!(capacity >= 0) || Double.isInfinite(capacity)) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.market = market;
        this.periodMillis = periodMillis;
        this.endMillis = endMillis;
        this.capacity = capacity;
        this.used = owned;
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

    /** Units on offer now; zero if unknown. */
    public double capacity() {
        return capacity;
    }

    /** Number of windows. */
    public int windows() {
        return used.length;
    }

    /**
     * This history with one more window, cut at the old end to {@code maximumWindows}.
     *
     * @param value units in use in the window that begins at {@link #endMillis()}, or NaN
     * @param capacityNow units on offer now
     */
    public DemandSeries append(double value, double capacityNow, int maximumWindows) {
        requireMeasure(value);
        int kept = Math.min(used.length, Math.max(0, maximumWindows - 1));
        double[] longer = new double[kept + 1];
        System.arraycopy(used, used.length - kept, longer, 0, kept);
        longer[kept] = value;
        return new DemandSeries(
                market, periodMillis, endMillis + periodMillis, capacityNow, longer);
    }

    /** This history with one more window and all earlier ones. */
    public DemandSeries append(double value, double capacityNow) {
        return append(value, capacityNow, Integer.MAX_VALUE);
    }

    /** The windows {@code [from, to)} of this history as a history of their own. */
    public DemandSeries slice(int from, int to) {
        Objects.checkFromToIndex(from, to, used.length);
        long end = endMillis - periodMillis * (used.length - to);
        return new DemandSeries(
                market, periodMillis, end, capacity, Arrays.copyOfRange(used, from, to));
    }

    /** The most recent {@code count} windows, or all if there are fewer. */
    public DemandSeries last(int count) {
        return used.length <= count ? this : slice(used.length - count, used.length);
    }

    @Override
    public String toString() {
        return market + "[" + used.length + " windows of " + periodMillis + " ms]";
    }

    private static void requireMeasure(double value) {
        if (value < 0 || Double.isInfinite(value)) {
            throw new IllegalArgumentException("demand " + value + " is negative or infinite");
        }
    }
}
