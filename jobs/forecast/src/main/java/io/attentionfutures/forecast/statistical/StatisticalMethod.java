package io.attentionfutures.forecast.statistical;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.Season;

/**
 * The four simple point forecasts (Hyndman and Athanasopoulos, Forecasting: Principles and
 * Practice, section 5.2). Seasons are durations: a day and a week, however many windows that is. A
 * value that lies before the history's begin is replaced by the last one.
 */
public enum StatisticalMethod {
    /** The last value. */
    NAIVE("naive") {
        @Override
        public int minimumWindows(Season season) {
            return 1;
        }

        @Override
        double at(double[] values, int end, int ahead, Season season) {
            return values[end - 1];
        }
    },
    /** The value a day earlier. */
    SEASONAL_NAIVE_DAY("snaive24") {
        @Override
        public int minimumWindows(Season season) {
            return season.day();
        }

        @Override
        double at(double[] values, int end, int ahead, Season season) {
            return earlier(values, end, end - 1 + ahead - season.dayLag(ahead));
        }
    },
    /** The value a week earlier. */
    SEASONAL_NAIVE_WEEK("snaive168") {
        @Override
        public int minimumWindows(Season season) {
            return season.week();
        }

        @Override
        double at(double[] values, int end, int ahead, Season season) {
            return earlier(values, end, end - 1 + ahead - season.weekLag(ahead));
        }
    },
    /** The mean of the same time on the last seven days. */
    MEAN_7_DAYS("mean7d") {
        @Override
        public int minimumWindows(Season season) {
            return 3 * season.day();
        }

        @Override
        double at(double[] values, int end, int ahead, Season season) {
            int index = end - 1 + ahead - season.dayLag(ahead);
            double sum = 0;
            int count = 0;
            while (count < 7 && index >= 0) {
                sum += values[index];
                index -= season.day();
                count++;
            }
            return count == 0 ? values[end - 1] : sum / count;
        }
    };

    private final String code;

    StatisticalMethod(String code) {
        this.code = code;
    }

    /** Short name, as in reports and forecasts. */
    public String code() {
        return code;
    }

    /**
     * Forecasts the {@value DemandForecast#HORIZON} windows from index {@code end} on, in units.
     *
     * @param values cleaned units in use, oldest first; only those before {@code end} are read
     * @param end index after the last known window, at least 1
     */
    public double[] predict(double[] values, int end, Season season) {
        double[] out = new double[DemandForecast.HORIZON];
        for (int h = 0; h < out.length; h++) {
            out[h] = at(values, end, h + 1, season);
        }
        return out;
    }

    /** Windows of history that make the method what it is; with fewer it repeats the last value. */
    public abstract int minimumWindows(Season season);

    /** The forecast of window {@code end - 1 + ahead}; {@code ahead} is at least 1. */
    abstract double at(double[] values, int end, int ahead, Season season);

    private static double earlier(double[] values, int end, int index) {
        return index >= 0 ? values[index] : values[end - 1];
    }
}
