package io.attentionfutures.forecast;

/**
 * The cleaned values of one market with the lags and means that forecasts are made of; all in
 * units. A lag that reaches back before the first window is the last value before {@code end}
 * instead. Immutable.
 */
public final class History {

    private static final int DAYS = 7;

    private final DemandSeries series;
    private final CleanDemand clean;
    private final Season season;
    private final double[] sums;
    private final double[] changes;

    /**
     * @param series the history, of at least one window
     */
    public History(DemandSeries series) {
        this.series = series;
        this.clean = DemandCleaner.clean(series);
        this.season = Season.of(series.periodMillis());
        double[] values = clean.values();
        this.sums = new double[values.length + 1];
        this.changes = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
            changes[i + 1] = changes[i] + (i == 0 ? 0 : Math.abs(values[i] - values[i - 1]));
        }
    }

    /** What was measured. */
    public DemandSeries series() {
        return series;
    }

    /** The cleaned values. */
    public CleanDemand clean() {
        return clean;
    }

    /** The day and the week in windows. */
    public Season season() {
        return season;
    }

    /** Number of windows. */
    public int windows() {
        return clean.values().length;
    }

    /** The value of a window. */
    public double at(int index) {
        return clean.values()[index];
    }

    /** Windows from the epoch to the window {@code index}: its place in the day and the week. */
    public long epochWindow(int index) {
        return series.endMillis() / series.periodMillis() - windows() + index;
    }

    /** Mean of the {@code count} windows before {@code end}, or of all if there are fewer. */
    public double mean(int end, int count) {
        int from = Math.max(0, end - count);
        return (sums[end] - sums[from]) / (end - from);
    }

    /** Mean of the last day before {@code end}. */
    public double dayMean(int end) {
        return mean(end, season.day());
    }

    /** Mean of the last week before {@code end}. */
    public double weekMean(int end) {
        return mean(end, season.week());
    }

    /** Mean absolute change from window to window over the {@code count} windows before end. */
    public double meanChange(int end, int count) {
        int from = Math.max(0, end - count);
        return (changes[end] - changes[from]) / (end - from);
    }

    /** The value at {@code index} as it is known before {@code end}. */
    public double earlier(int index, int end) {
        return clean.values()[index < 0 ? end - 1 : index];
    }

    /** A day (or the fewest whole days) before the window {@code ahead} of {@code end}. */
    public double dayAgo(int end, int ahead) {
        return earlier(end - 1 + ahead - season.dayLag(ahead), end);
    }

    /** A week before the window {@code ahead} of {@code end}. */
    public double weekAgo(int end, int ahead) {
        return earlier(end - 1 + ahead - season.weekLag(ahead), end);
    }

    /** Mean of the same time on up to seven days before the window {@code ahead} of {@code end}. */
    public double sevenDays(int end, int ahead) {
        return sameTime(end - 1 + ahead - season.dayLag(ahead), end);
    }

    /** Mean of the window {@code index} and those at the same time on the six days before it. */
    public double sameTime(int index, int end) {
        return every(season.day(), DAYS, index, end);
    }

    /**
     * Mean of the window {@code index} and every {@code step}-th one before it, at most {@code
     * most}, as far as the history goes; the last value before {@code end} if it has none.
     */
    public double every(int step, int most, int index, int end) {
        double sum = 0;
        int count = 0;
        for (int i = index; count < most && i >= 0; i -= step) {
            sum += clean.values()[i];
            count++;
        }
        return count == 0 ? clean.values()[end - 1] : sum / count;
    }
}
