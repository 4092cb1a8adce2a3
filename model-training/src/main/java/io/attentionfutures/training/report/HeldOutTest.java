package io.attentionfutures.training.report;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.ForecastEngine;
import io.attentionfutures.forecast.Season;
import io.attentionfutures.forecast.metrics.ForecastErrors;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.statistical.StatisticalMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Forecasts the held-out end of a series from origin after origin, as the market would, and
 * measures every forecaster on the same windows.
 */
public final class HeldOutTest {

    /** What the market would run, among the forecasters. */
    public static final String MODEL = "model";

    private static final int SAMPLES = 4;
    private static final int SHOWN_BEFORE = 2 * DemandForecast.HORIZON;
    private static final int HIGHEST = DemandForecast.PROBABILITIES.size() - 1;

    private final DemandSeries series;
    private final double[] filled;
    private final int testStart;
    private final List<Integer> origins = new ArrayList<>();

    /**
     * @param series a whole history
     * @param heldOutShare share of it that is held out
     * @param maximumOrigins most origins, thinned out evenly
     */
    public HeldOutTest(DemandSeries series, double heldOutShare, int maximumOrigins) {
        this.series = series;
        this.filled = filledForward(series);
        this.testStart = (int) ((1 - heldOutShare) * series.windows() + 1e-9);
        int count = series.windows() - DemandForecast.HORIZON - testStart + 1;
        int stride = Math.max(1, (int) (((long) count + maximumOrigins - 1) / maximumOrigins));
        for (int k = 0; k < count && testStart >= 1; k += stride) {
            origins.add(testStart + k);
        }
    }

    /** Whether there is nothing to measure. */
    public boolean isEmpty() {
        return origins.isEmpty();
    }

    /** Measures a model. */
    public ForecasterResult measure(String name, ModelBundle bundle) {
        ErrorTotals totals = new ErrorTotals(name, series, errors());
        try (ForecastEngine engine = new ForecastEngine(Optional.of(bundle))) {
            for (int origin : origins) {
                totals.add(forecast(engine, origin), origin);
            }
        }
        return totals.result();
    }

    /** Measures the simple methods. */
    public List<ForecasterResult> measureSimple() {
        Season season = Season.of(series.periodMillis());
        List<ForecasterResult> results = new ArrayList<>();
        for (StatisticalMethod method : StatisticalMethod.values()) {
            ErrorTotals totals = new ErrorTotals(method.code(), series, errors());
            for (int origin : origins) {
                totals.add(method.predict(filled, origin, season), origin);
            }
            results.add(totals.result());
        }
        return results;
    }

    /** A few forecasts of a model, spread over the held-out time. */
    public List<SampleForecast> samples(ModelBundle bundle) {
        List<SampleForecast> samples = new ArrayList<>();
        try (ForecastEngine engine = new ForecastEngine(Optional.of(bundle))) {
            int count = Math.min(SAMPLES, origins.size());
            for (int k = 0; k < count; k++) {
                int origin = origins.get((int) ((2L * k + 1) * origins.size() / (2L * count)));
                samples.add(sample(forecast(engine, origin), origin));
            }
        }
        return samples;
    }

    private DemandForecast forecast(ForecastEngine engine, int origin) {
        int history = ForecastEngine.historyWindows(series.periodMillis());
        return engine.forecast(List.of(series.slice(Math.max(0, origin - history), origin))).get(0);
    }

    private SampleForecast sample(DemandForecast forecast, int origin) {
        int from = Math.max(0, origin - SHOWN_BEFORE);
        Double[] actual = new Double[origin - from + DemandForecast.HORIZON];
        for (int i = 0; i < actual.length; i++) {
            double value = series.used(from + i);
            actual[i] = Double.isNaN(value) ? null : value;
        }
        double[] low = new double[DemandForecast.HORIZON];
        double[] high = new double[DemandForecast.HORIZON];
        for (int h = 0; h < low.length; h++) {
            low[h] = forecast.quantiles()[h][0];
            high[h] = forecast.quantiles()[h][HIGHEST];
        }
        return new SampleForecast(
                series.market(),
                series.startMillis() + from * series.periodMillis(),
                series.periodMillis(),
                origin - from,
                actual,
                forecast.mean(),
                low,
                high);
    }

    private ForecastErrors errors() {
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

    private static double[] filledForward(DemandSeries series) {
        double[] filled = series.used();
        double last = 0;
        for (int i = 0; i < filled.length; i++) {
            last = Double.isNaN(filled[i]) ? last : filled[i];
            filled[i] = last;
        }
        return filled;
    }
}
