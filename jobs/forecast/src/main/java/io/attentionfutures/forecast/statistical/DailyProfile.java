package io.attentionfutures.forecast.statistical;

/**
 * The mean of each window of the day less the mean of them all, over the last whole days of a
 * history; zero for a history of less than a day. Windows are counted from the history's begin.
 */
final class DailyProfile {

    private final double[] deviations;

    private DailyProfile(double[] deviations) {
        this.deviations = deviations;
    }

    static DailyProfile of(double[] values, int day) {
        int days = values.length / day;
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
