package io.attentionfutures.forecast.model;

import io.attentionfutures.forecast.Season;

/** Cleaned values with the lags and means that forecasts are made of; all in units. */
final class History {

    private final double[] values;
    private final double[] sums;
    private final Season season;

    History(double[] values, Season season) {
        this.values = values;
        this.season = season;
        this.sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
    }

    int windows() {
        return values.length;
    }

    double at(int index) {
        return values[index];
    }

    /** Mean of the {@code count} windows before {@code end}, or of all if there are fewer. */
    double mean(int end, int count) {
        int from = Math.max(0, end - count);
        return Math.max(0, (sums[end] - sums[from]) / (end - from));
    }

    double dayMean(int end) {
        return mean(end, season.day());
    }

    double weekMean(int end) {
        return mean(end, season.week());
    }

    /** A day (or the fewest whole days) before the window {@code ahead} of {@code end}. */
    double dayAgo(int end, int ahead) {
        return values[end - 1 + ahead - season.dayLag(ahead)];
    }

    /** A week before the window {@code ahead} of {@code end}. */
    double weekAgo(int end, int ahead) {
        return values[end - 1 + ahead - season.weekLag(ahead)];
    }

    /** Mean of the same time on up to seven days before the window {@code ahead} of {@code end}. */
    double sevenDays(int end, int ahead) {
        double sum = 0;
        int count = 0;
        int index = end - 1 + ahead - season.dayLag(ahead);
        for (; count < 7 && index >= 0; index -= season.day()) {
            sum += values[index];
            count++;
        }
        return sum / count;
    }
}
