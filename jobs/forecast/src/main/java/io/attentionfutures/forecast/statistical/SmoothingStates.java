package io.attentionfutures.forecast.statistical;

import java.util.Arrays;

/**
 * The states of an exponential smoothing model along a history: after each window the level, the
 * trend and the error, and for each season the effect of the windows to come.
 */
final class SmoothingStates {

    private static final int DAYS_AT_START = 7;
    private static final int WEEKS_AT_START = 2;

    private final SmoothingForm form;
    private final double[] values;
    private final double[] firstDay;
    private final double[] firstWeek;
    private final double firstLevel;
    private final double[] levels;
    private final double[] trends;
    private final double[] errors;
    private final double[] daily;
    private final double[] weekly;
    private double correction;
    private double damping;

    SmoothingStates(SmoothingForm form, double[] values) {
        this.form = form;
        this.values = values;
        int n = values.length;
        levels = new double[n];
        trends = new double[n];
        errors = new double[n];
        daily = new double[n + form.day()];
        weekly = new double[n + form.week()];
        int start = Math.min(n, Math.max(1, form.day() > 0 ? wholeDays() * form.day() : 24));
        firstLevel = Arrays.stream(values, 0, start).average().orElse(0);
        firstDay = effects(values, form.day(), wholeDays());
        double[] rest = values.clone();
        for (int i = 0; i < n && form.day() > 0; i++) {
            rest[i] -= firstDay[i % form.day()];
        }
        firstWeek =
                effects(
                        rest,
                        form.week(),
                        form.week() == 0 ? 0 : Math.min(WEEKS_AT_START, n / form.week()));
    }

    private int wholeDays() {
        return form.day() == 0 ? 0 : Math.min(DAYS_AT_START, values.length / form.day());
    }

    private static double[] effects(double[] values, int season, int count) {
        double[] effects = new double[season];
        double mean = 0;
        for (int i = 0; i < season * count; i++) {
            effects[i % season] += values[i] / count;
            mean += values[i] / (season * count);
        }
        for (int i = 0; i < season && count > 0; i++) {
            effects[i] -= mean;
        }
        return effects;
    }

    /** Runs through the history with these parameters, in the order of {@link SmoothingForm}. */
    void run(double[] parameters) {
        double alpha = parameters[SmoothingForm.LEVEL];
        correction = parameters[SmoothingForm.CORRECTION];
        double gamma = form.day() > 0 ? parameters[form.dayIndex()] : 0;
        double omega = form.week() > 0 ? parameters[form.weekIndex()] : 0;
        double beta = form.trend() ? parameters[form.trendIndex()] : 0;
        damping = form.trend() ? parameters[form.dampingIndex()] : 0;
        System.arraycopy(firstDay, 0, daily, 0, firstDay.length);
        System.arraycopy(firstWeek, 0, weekly, 0, firstWeek.length);
        double level = firstLevel;
        double trend = 0;
        for (int i = 0; i < values.length; i++) {
            double step = level + damping * trend;
            double effect = 0;
            if (form.day() > 0) {
                effect += daily[i];
            }
            if (form.week() > 0) {
                effect += weekly[i];
            }
            double error = values[i] - step - effect;
            trend = damping * trend + beta * error;
            level = step + alpha * error;
            if (form.day() > 0) {
                daily[i + form.day()] = daily[i] + gamma * error;
            }
            if (form.week() > 0) {
                weekly[i + form.week()] = weekly[i] + omega * error;
            }
            levels[i] = level;
            trends[i] = trend;
            errors[i] = error;
        }
    }

    /** The forecasts of the windows after {@code origin}, the last one that was seen. */
    void forecast(int origin, double[] out) {
        double level = levels[origin];
        double trend = trends[origin];
        double carried = errors[origin];
        for (int h = 0; h < out.length; h++) {
            trend *= damping;
            level += trend;
            carried *= correction;
            double forecast = level + carried;
            if (form.day() > 0) {
                forecast += daily[origin + 1 + h % form.day()];
            }
            if (form.week() > 0) {
                forecast += weekly[origin + 1 + h % form.week()];
            }
            out[h] = forecast;
        }
    }

    int windows() {
        return values.length;
    }

    /** Mean absolute error of the forecasts at every {@code stride}-th origin from a first one. */
    double meanAbsoluteError(int first, int stride, int horizon) {
        double[] forecast = new double[horizon];
        double sum = 0;
        int count = 0;
        for (int origin = first; origin + 1 < values.length; origin += stride) {
            forecast(origin, forecast);
            for (int h = 0; h < horizon && origin + 1 + h < values.length; h++) {
                sum += Math.abs(values[origin + 1 + h] - forecast[h]);
                count++;
            }
        }
        return sum / count;
    }
}
