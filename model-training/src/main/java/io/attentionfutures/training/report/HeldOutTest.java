package io.attentionfutures.training.report;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.ForecastEngine;
import io.attentionfutures.forecast.metrics.ForecastErrors;
import io.attentionfutures.forecast.metrics.RollingEvaluation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Forecasts the held-out end of a series from origin after origin, as the market would, and
 * measures every forecaster on the same windows.
 */
public final class HeldOutTest {

    private static final int SAMPLES = 4;
    private static final int SHOWN_BEFORE = 2 * DemandForecast.HORIZON;
    private static final int HIGHEST = DemandForecast.PROBABILITIES.size() - 1;

    private final DemandSeries series;
    private final RollingEvaluation test;
    private final Map<String, ErrorTotals> totals = new LinkedHashMap<>();
    private final List<SampleForecast> samples = new ArrayList<>();

    private HeldOutTest(DemandSeries series, RollingEvaluation test) {
        this.series = series;
        this.test = test;
    }

    /**
     * The test of a series; empty if it is too short for one.
     *
     * @param series a whole history
     * @param heldOutShare share of it that is held out
     * @param maximumOrigins most origins, the last ones
     */
    public static Optional<HeldOutTest> of(
            DemandSeries series, double heldOutShare, int maximumOrigins) {
        int heldOut = series.windows() - (int) ((1 - heldOutShare) * series.windows() + 1e-9);
        int tested = (int) Math.min(heldOut, maximumOrigins + (DemandForecast.HORIZON - 1L));
        if (tested < DemandForecast.HORIZON || heldOut == series.windows()) {
            return Optional.empty();
        }
        int windows = series.windows();
        return Optional.of(
                new HeldOutTest(series, RollingEvaluation.from(series, windows - tested)));
    }

    /** Measures every forecaster; call once. */
    public List<ForecasterResult> measure(
            ForecastEngine engine, RollingEvaluation.Listener listener) {
        Map<String, ForecastErrors> errors = test.run(engine, listener, this::add);
        List<ForecasterResult> results = new ArrayList<>();
        for (String model : test.models()) {
            ErrorTotals own = totals.get(model);
            results.add(own.result(series.market(), model, errors.get(model)));
        }
        return results;
    }

    /** A few combined forecasts, spread over the held-out time; after {@link #measure}. */
    public List<SampleForecast> samples() {
        return samples;
    }

    private void add(int origin, String model, double[] points, double[][] quantiles) {
        totals.computeIfAbsent(model, m -> new ErrorTotals(test)).add(origin, points, quantiles);
        if (model.equals(RollingEvaluation.COMBINATION) && isSample(origin)) {
            samples.add(sample(origin, points, quantiles));
        }
    }

    private boolean isSample(int origin) {
        int count = Math.min(SAMPLES, test.origins());
        for (int k = 0; k < count; k++) {
            if (origin - test.testStart() == (int) ((2L * k + 1) * test.origins() / (2L * count))) {
                return true;
            }
        }
        return false;
    }

    private SampleForecast sample(int origin, double[] points, double[][] quantiles) {
        int from = Math.max(0, origin - SHOWN_BEFORE);
        Double[] actual = new Double[origin - from + DemandForecast.HORIZON];
        for (int i = 0; i < actual.length; i++) {
            double value = series.used(from + i);
            actual[i] = Double.isNaN(value) ? null : value;
        }
        double[] low = new double[DemandForecast.HORIZON];
        double[] high = new double[DemandForecast.HORIZON];
        for (int h = 0; h < low.length; h++) {
            low[h] = quantiles[h][0];
            high[h] = quantiles[h][HIGHEST];
        }
        return new SampleForecast(
                series.market(),
                series.startMillis() + from * series.periodMillis(),
                series.periodMillis(),
                origin - from,
                actual,
                points,
                low,
                high);
    }
}
