package io.attentionfutures.forecast.metrics;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.ForecastEngine;
import io.attentionfutures.forecast.Season;
import io.attentionfutures.forecast.online.ConformalIntervals;
import io.attentionfutures.forecast.online.MarketForecaster;
import io.attentionfutures.forecast.online.MarketOutlook;
import io.attentionfutures.forecast.statistical.StatisticalMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rolling-origin evaluation: one origin at every window of a test span, each forecasting the next
 * {@value DemandForecast#HORIZON} windows from what lies before it; all windows of all origins are
 * pooled. The market's forecaster lives through up to half a year before the test, as it would in
 * the market. Windows without samples are filled forward, both for the four simple methods, which
 * see the values as they are, and for the actuals.
 */
public final class RollingEvaluation {

    /** Name of the combined forecast among the models. */
    public static final String COMBINATION = "combination";

    private static final int WARM_UP_DAYS = 182;

    private final DemandSeries series;
    private final int testStart;
    private final int testEnd;
    private final int horizon;
    private final double[] filled;
    private final Season season;
    private final Map<String, ForecastErrors> errors = new LinkedHashMap<>();
    private final Map<String, ConformalIntervals> intervals = new TreeMap<>();
    private Observer observer;

    /** Is told after every window how many of how many are done. */
    @FunctionalInterface
    public interface Listener {
        void window(int done, int all);
    }

    /** Is told every forecast of the test. */
    @FunctionalInterface
    public interface Observer {
        /**
         * A forecast.
         *
         * @param origin index of its first window
         * @param model code of the forecaster
         * @param points {@value DemandForecast#HORIZON} points, in units
         * @param quantiles {@code [window][probability]} at {@link DemandForecast#PROBABILITIES}
         */
        void forecast(int origin, String model, double[] points, double[][] quantiles);
    }

    /** A test on the windows from {@code testStart} to the end, of the whole horizon. */
    public static RollingEvaluation from(DemandSeries series, int testStart) {
        return new RollingEvaluation(series, testStart, series.windows(), DemandForecast.HORIZON);
    }

    /**
     * @param series the whole history
     * @param testStart index of the first origin
     * @param testEnd index after the last window that is forecast
     * @param horizon windows ahead that are measured, at most {@value DemandForecast#HORIZON}
     * @throws IllegalArgumentException if no origin fits
     */
    public RollingEvaluation(DemandSeries series, int testStart, int testEnd, int horizon) {
        this.series = series;
        this.testStart = testStart;
        this.testEnd = testEnd;
        this.horizon = horizon;
        this.season = Season.of(series.periodMillis());
        if (testStart < 1 || testEnd > series.windows() || origins() < 1) {
            throw new IllegalArgumentException(
                    String.format(
                            "%s has %d windows, too few: no origin has %d windows after it within"
                                    + " a test that begins at window %d",
                            series.market(), series.windows(), horizon, testStart));
        }
        this.filled = filledForward(series);
    }

    /** Units in use in a window, filled forward where nothing was measured. */
    public double actual(int window) {
        return filled[window];
    }

    /** Number of origins. */
    public int origins() {
        return testEnd - horizon - testStart + 1;
    }

    /** Index of the first origin: the windows before it are the training part. */
    public int testStart() {
        return testStart;
    }

    /**
     * Evaluates every forecaster that has something to say.
     *
     * @return errors by model: the simple methods, all others, and {@value #COMBINATION}
     */
    public Map<String, ForecastErrors> run(
            ForecastEngine engine, Listener listener, Observer observer) {
        this.observer = observer;
        int first = Math.max(0, testStart - WARM_UP_DAYS * season.day());
        int last = testEnd - horizon;
        long start = series.startMillis() + first * series.periodMillis();
        MarketForecaster market =
                new MarketForecaster(series.market(), series.periodMillis(), start);
        for (int window = first; window < last; window++) {
            market.observe(series.window(window));
            int origin = window + 1;
            if (market.hasDemand()) {
                MarketOutlook outlook = engine.forecast(List.of(market)).get(0);
                account(origin, outlook);
            }
            listener.window(window + 1 - first, last - first);
        }
        return errors;
    }

    private void account(int origin, MarketOutlook outlook) {
        for (StatisticalMethod method : StatisticalMethod.values()) {
            double[] points = method.predict(filled, origin, season);
            account(origin, method.code(), points, around(origin, method.code(), points));
        }
        outlook.points()
                .forEach(
                        (code, points) -> {
                            if (Arrays.stream(StatisticalMethod.values())
                                    .noneMatch(method -> method.code().equals(code))) {
                                account(origin, code, points, around(origin, code, points));
                            }
                        });
        DemandForecast forecast = outlook.forecast();
        account(origin, COMBINATION, forecast.mean(), forecast.quantiles());
    }

    private double[][] around(int origin, String code, double[] points) {
        ConformalIntervals own = intervals.computeIfAbsent(code, c -> new ConformalIntervals());
        long number = series.endMillis() / series.periodMillis() - series.windows() + origin;
        own.resolve(number - 1, filled[origin - 1]);
        double[][] offsets = own.around(number, points, filled[origin - 1]).offsets();
        double[][] quantiles = new double[offsets.length][];
        for (int h = 0; h < offsets.length; h++) {
            double point = points[h];
            quantiles[h] = Arrays.stream(offsets[h]).map(offset -> point + offset).toArray();
        }
        return quantiles;
    }

    private void account(int origin, String code, double[] points, double[][] quantiles) {
        if (origin < testStart) {
            return;
        }
        observer.forecast(origin, code, points, quantiles);
        ForecastErrors own = errors.computeIfAbsent(code, c -> newErrors());
        for (int h = 0; h < horizon; h++) {
            own.add(points[h], quantiles[h], filled[origin + h]);
        }
    }

    private ForecastErrors newErrors() {
        int day = season.day();
        double change = 0;
        for (int i = day; i < testStart; i++) {
            change += Math.abs(filled[i] - filled[i - day]);
        }
        double actual = 0;
        for (int i = testStart; i < testEnd; i++) {
            actual += Math.abs(filled[i]);
        }
        return new ForecastErrors(
                testStart > day ? change / (testStart - day) : 0, actual / (testEnd - testStart));
    }

    private static double[] filledForward(DemandSeries series) {
        double[] filled = series.used();
        double last = 0;
        for (int i = 0; i < filled.length; i++) {
            last = Double.isNaN(filled[i]) ? last : filled[i];
            filled[i] = last;
        }
        return filled;
    }

    /** Codes of the models that have been evaluated, {@value #COMBINATION} last. */
    public List<String> models() {
        List<String> codes = new ArrayList<>(errors.keySet());
        codes.remove(COMBINATION);
        codes.add(COMBINATION);
        return codes;
    }
}
