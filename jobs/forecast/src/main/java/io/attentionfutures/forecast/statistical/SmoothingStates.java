package io.attentionfutures.forecast.statistical;

/**
 * The states of exponential smoothing along a history: after each window the level and the error,
 * and the effect of the time of the day on each window, up to a day after the history. The first
 * states are the mean and the daily profile of the first days.
 */
final class SmoothingStates {

    private static final int FIRST_DAYS = 3;
    private static final int FIRST_WINDOWS = 24;

    private final double[] values;
    private final int day;
    private final double firstLevel;
    private final double[] levels;
    private final double[] errors;
    private final double[] effects;
    private double carry;

    /**
     * @param values at least one
     * @param day windows in a day; 0 for a model without a season
     */
    SmoothingStates(double[] values, int day) {
        this.values = values;
        this.day = day;
        levels = new double[values.length];
        errors = new double[values.length];
        effects = new double[values.length + day];
        int days = day == 0 ? 0 : Math.min(FIRST_DAYS, values.length / day);
        int first = Math.min(values.length, days == 0 ? FIRST_WINDOWS : days * day);
        double sum = 0;
        for (int i = 0; i < first; i++) {
            sum += values[i];
        }
        firstLevel = sum / first;
        for (int i = 0; i < days * day; i++) {
            effects[i % day] += (values[i] - firstLevel) / days;
        }
    }

    /** Runs through the history. */
    void run(SmoothingParameters parameters) {
        carry = parameters.carry();
        double level = firstLevel;
        for (int i = 0; i < values.length; i++) {
            double error = values[i] - level - effects[i];
            level += parameters.level() * error;
            levels[i] = level;
            errors[i] = error;
            if (day > 0) {
                effects[i + day] = parameters.keep() * effects[i] + parameters.season() * error;
            }
        }
    }

    /** Forecasts the windows after {@code origin}, the last one that is known. */
    void forecast(int origin, double[] out) {
        double error = errors[origin];
        for (int h = 0; h < out.length; h++) {
            error *= carry;
            double effect = day == 0 ? 0 : effects[origin + 1 + h % day];
            out[h] = levels[origin] + effect + error;
        }
    }

    /**
     * Mean absolute error of the forecasts at every {@code stride}-th origin from a first one on,
     * as far as the history reaches.
     */
    double meanAbsoluteError(int first, int stride, int horizon) {
        double[] forecast = new double[horizon];
        double sum = 0;
        int count = 0;
        for (int origin = first; origin + 1 < values.length; origin += stride) {
            forecast(origin, forecast);
            int known = Math.min(horizon, values.length - origin - 1);
            for (int h = 0; h < known; h++) {
                sum += Math.abs(values[origin + 1 + h] - forecast[h]);
            }
            count += known;
        }
        return sum / count;
    }
}
