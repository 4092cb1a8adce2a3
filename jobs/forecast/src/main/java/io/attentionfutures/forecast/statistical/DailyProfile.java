package io.attentionfutures.forecast.statistical;

/**
 * The mean of each window of the day less the mean of them all, over the last whole days of a
 * history: at most {@value #DAYS}. Windows are counted from the history's begin.
 */
final class DailyProfile {

    static final int DAYS = 14;

    private final double[] deviations;

    private DailyProfile(double[] deviations) {
        this.deviations = deviations;
    }

    /** The profile of a history of at least one day. */
    static DailyProfile of(double[] values, int day) {
        int days = Math.min(values.length / day, DAYS);
        double[] deviations = new double[day];
        double mean = 0;
        for (int i = values.length - days * day; i < values.length; i++) {
            deviations[i % day] += values[i] / days;
            mean += values[i] / (days * day);
        }
        for (int i = 0; i < day; i++) {
            deviations[i] -= mean;
        }
        return new DailyProfile(deviations);
    }

    double at(int window) {
        return deviations[window % deviations.length];
    }
}
