package io.attentionfutures.forecast.metrics;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandForecaster;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.ForecastEngine;
import io.attentionfutures.forecast.Season;
import io.attentionfutures.forecast.statistical.StatisticalMethod;
import java.util.ArrayList;
import java.util.List;

/**
 * Rolling-origin evaluation on the last part of a series: one origin at every {@code stride}-th
 * window, each forecasting the next {@link DemandForecast#HORIZON} windows from what lies before
 * it; all windows of all origins are pooled. Windows without samples are filled forward for the
 * simple methods and left out of the errors.
 */
public final class Backtest {

    private static final int BATCH = 256;

    private final DemandSeries series;
    private final int testStart;
    private final int stride;

    /**
     * @param series the whole history
     * @param testShare share of the windows, at the end, that is forecast
     * @param stride windows from one origin to the next
     * @throws IllegalArgumentException if no origin fits
     */
    public Backtest(DemandSeries series, double testShare, int stride) {
        this.series = series;
        this.testStart = (int) ((1 - testShare) * series.windows() + 1e-9);
        this.stride = stride;
        if (testStart < 1 || testStart + DemandForecast.HORIZON > series.windows()) {
            throw new IllegalArgumentException(
                    series + " is too short for a test on its last " + testShare);
        }
    }

    /** Index of the first origin: the windows before it are the training part. */
    public int testStart() {
        return testStart;
    }

    /** Number of origins. */
    public int origins() {
        return (series.windows() - DemandForecast.HORIZON - testStart) / stride + 1;
    }

    /** Errors of a forecaster, given the last {@link ForecastEngine#historyWindows} each time. */
    public ForecastErrors run(DemandForecaster forecaster) {
        ForecastErrors errors = errors();
        int history = ForecastEngine.historyWindows(series.periodMillis());
        List<Integer> origins = new ArrayList<>();
        for (int k = 0; k < origins(); k++) {
            origins.add(testStart + k * stride);
        }
        for (int from = 0; from < origins.size(); from += BATCH) {
            List<Integer> part = origins.subList(from, Math.min(from + BATCH, origins.size()));
            List<DemandSeries> batch = new ArrayList<>(part.size());
            for (int origin : part) {
                batch.add(series.slice(Math.max(0, origin - history), origin));
            }
            List<DemandForecast> forecasts = forecaster.forecast(batch);
            for (int i = 0; i < part.size(); i++) {
                add(errors, forecasts.get(i).mean(), part.get(i));
            }
        }
        return errors;
    }

    /** Errors of a simple method on the values as they are, without cleaning. */
    public ForecastErrors run(StatisticalMethod method) {
        ForecastErrors errors = errors();
        double[] filled = filledForward();
        Season season = Season.of(series.periodMillis());
        for (int k = 0; k < origins(); k++) {
            int origin = testStart + k * stride;
            add(errors, method.predict(filled, origin, season), origin);
        }
        return errors;
    }

    private void add(ForecastErrors errors, double[] forecast, int origin) {
        for (int h = 0; h < forecast.length; h++) {
            errors.add(forecast[h], series.used(origin + h));
        }
    }

    private ForecastErrors errors() {
        double[] filled = filledForward();
        int day = Season.of(series.periodMillis()).day();
        double change = 0;
        for (int i = day; i < testStart; i++) {
            change += Math.abs(filled[i] - filled[i - day]);
        }
        double actual = 0;
        for (int i = testStart; i < filled.length; i++) {
            actual += filled[i];
        }
        return new ForecastErrors(
                testStart > day ? change / (testStart - day) : 0,
                actual / (filled.length - testStart));
    }

    private double[] filledForward() {
        double[] filled = series.used();
        double last = 0;
        for (int i = 0; i < filled.length; i++) {
            last = Double.isNaN(filled[i]) ? last : filled[i];
            filled[i] = last;
        }
        return filled;
    }
}
