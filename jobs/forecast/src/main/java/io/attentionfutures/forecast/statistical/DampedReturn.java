package io.attentionfutures.forecast.statistical;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandForecaster;
import io.attentionfutures.forecast.History;
import io.attentionfutures.forecast.Season;

/**
 * Point forecasts that start at the last value and return, damped, to where the series usually is:
 * within hours to the level of the last {@value DemandForecast#HORIZON} windows, within a day to
 * the daily profile. Like an autoregression of order one around a seasonal mean, with the same
 * coefficients for all series: with a few weeks of history, coefficients fitted per series forecast
 * worse.
 */
public final class DampedReturn implements DemandForecaster {

    private static final double PROFILE_HOURS = 14;
    private static final double LEVEL_WINDOWS = 6;
    private static final double SEVEN_DAYS = 0.42;
    private static final double YESTERDAY = 0.1;
    private static final double DAY_MEAN = 0.1;
    private static final double SMOOTHING = 0.1;
    private static final double LEVEL = 0.4;

    private final double[] toProfile = new double[DemandForecast.HORIZON];
    private final double[] toLevel = new double[DemandForecast.HORIZON];

    /**
     * @param season the day and the week of the series to forecast
     */
    public DampedReturn(Season season) {
        double hours = 24.0 / season.day();
        for (int h = 0; h < DemandForecast.HORIZON; h++) {
            toProfile[h] = 1 - StrictMath.exp(-(h + 1) * hours / PROFILE_HOURS);
            double level = 1 - StrictMath.exp(-(h + 1) / LEVEL_WINDOWS);
            toLevel[h] = LEVEL * Math.max(0, level - toProfile[h]);
        }
    }

    @Override
    public String code() {
        return "damped";
    }

    @Override
    public void observe(History history) {}

    @Override
    public boolean isReady(History history) {
        return history.windows() >= history.season().day();
    }

    @Override
    public double[] points(History history) {
        double[] points = new double[DemandForecast.HORIZON];
        for (int h = 0; h < points.length; h++) {
            points[h] = at(history, history.windows(), h);
        }
        return points;
    }

    /** The forecast, in units, of the window {@code h + 1} ahead of {@code end}. */
    public double at(History history, int end, int h) {
        double last = history.at(end - 1);
        double profile =
                SEVEN_DAYS * (history.sevenDays(end, h + 1) - last)
                        + YESTERDAY * (history.dayAgo(end, h + 1) - last)
                        + DAY_MEAN * (history.dayMean(end) - last);
        return last
                + toProfile[h] * profile
                + toLevel[h] * (history.mean(end, DemandForecast.HORIZON) - last)
                + SMOOTHING * (history.mean(end, 3) - last);
    }
}
