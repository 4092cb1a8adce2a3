package io.attentionfutures.forecast;

import java.util.Arrays;

/**
 * Fills windows without samples and tames isolated outliers. Training and scoring use this one code
 * path on the same span of history.
 *
 * <p><b>Outliers.</b> With {@value #MINIMUM_FOR_OUTLIERS} measured windows or more, a value above
 * {@code max(median + 10 · 1.4826 · MAD, 3 · 98th percentile)} is lowered to that bound (a Hampel
 * identifier, Hampel 1974, with winsorising), but only in runs of at most {@value #LONGEST_SPIKE}
 * windows: a burst that lasts is demand. There is no lower bound, because idle is real.
 *
 * <p><b>Gaps.</b> Up to {@value #LONGEST_INTERPOLATED} windows between two measured ones are
 * interpolated linearly. Each window of a longer or trailing gap takes the mean of the same time on
 * up to seven days before it, else the last value; a leading gap takes the first measured value. A
 * history without any measurement is zero.
 */
public final class DemandCleaner {

    static final int MINIMUM_FOR_OUTLIERS = 24;
    static final int LONGEST_SPIKE = 2;
    static final int LONGEST_INTERPOLATED = 3;

    private static final double DEVIATIONS = 10 * 1.4826;
    private static final double HIGH_PERCENTILE = 0.98;
    private static final double TIMES_HIGH = 3;

    private DemandCleaner() {}

    /**
     * @param series a history of at least one window
     * @throws IllegalArgumentException if it has none
     */
    public static CleanDemand clean(DemandSeries series) {
        if (series.windows() == 0) {
            throw new IllegalArgumentException(series.market() + " has no windows");
        }
        double[] values = series.used();
        boolean[] filled = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            filled[i] = Double.isNaN(values[i]);
        }
        lowerSpikes(values);
        fillGaps(values, Season.of(series.periodMillis()).day());
        return new CleanDemand(values, filled);
    }

    private static void lowerSpikes(double[] values) {
        double bound = upperBound(values);
        int i = 0;
        while (i < values.length) {
            int end = i;
            while (end < values.length && values[end] > bound) {
                end++;
            }
            if (end - i <= LONGEST_SPIKE) {
                Arrays.fill(values, i, end, bound);
            }
            i = end + 1;
        }
    }

    private static double upperBound(double[] values) {
        double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (sorted.length < MINIMUM_FOR_OUTLIERS) {
            return Double.POSITIVE_INFINITY;
        }
        double median = sorted[sorted.length / 2];
        double high = sorted[(int) (HIGH_PERCENTILE * (sorted.length - 1))];
        double[] distance = Arrays.stream(sorted).map(v -> Math.abs(v - median)).sorted().toArray();
        double absoluteDeviation = distance[distance.length / 2];
        return Math.max(median + DEVIATIONS * absoluteDeviation, TIMES_HIGH * high);
    }

    private static void fillGaps(double[] values, int day) {
        int i = 0;
        while (i < values.length) {
            if (!Double.isNaN(values[i])) {
                i++;
                continue;
            }
            int end = i;
            while (end < values.length && Double.isNaN(values[end])) {
                end++;
            }
            fillGap(values, i, end, day);
            i = end;
        }
    }

    private static void fillGap(double[] values, int from, int to, int day) {
        if (from == 0) {
            Arrays.fill(values, 0, to, to < values.length ? values[to] : 0);
        } else if (to < values.length && to - from <= LONGEST_INTERPOLATED) {
            double left = values[from - 1];
            double step = (values[to] - left) / (to - from + 1);
            for (int i = from; i < to; i++) {
                values[i] = left + step * (i - from + 1);
            }
        } else {
            for (int i = from; i < to; i++) {
                values[i] = sameTimeBefore(values, i, day, values[from - 1]);
            }
        }
    }

    private static double sameTimeBefore(double[] values, int index, int day, double otherwise) {
        double sum = 0;
        int count = 0;
        for (int k = 1; k <= 7 && index - (long) k * day >= 0; k++) {
            sum += values[index - k * day];
            count++;
        }
        return count == 0 ? otherwise : sum / count;
    }
}
