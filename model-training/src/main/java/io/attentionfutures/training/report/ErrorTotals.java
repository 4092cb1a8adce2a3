package io.attentionfutures.training.report;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.metrics.ForecastErrors;

/** Adds up one forecaster's errors on one series. */
final class ErrorTotals {

    private static final int HORIZON = DemandForecast.HORIZON;
    private static final int HIGHEST = DemandForecast.PROBABILITIES.size() - 1;

    private final String forecaster;
    private final DemandSeries series;
    private final ForecastErrors errors;
    private final double[] absolute = new double[HORIZON];
    private final long[] counts = new long[HORIZON];
    private final long[] below = new long[HIGHEST + 1];
    private double pinball;
    private long inside;
    private long distributed;
    private int origins;

    /**
     * @param errors pools what is defined there
     */
    ErrorTotals(String forecaster, DemandSeries series, ForecastErrors errors) {
        this.forecaster = forecaster;
        this.series = series;
        this.errors = errors;
    }

    /** Adds a point forecast. */
    void add(double[] points, int origin) {
        origins++;
        for (int h = 0; h < HORIZON; h++) {
            double actual = series.used(origin + h);
            errors.add(points[h], actual);
            if (!Double.isNaN(actual)) {
                absolute[h] += Math.abs(points[h] - actual);
                counts[h]++;
            }
        }
    }

    /** Adds a forecast with its distribution. */
    void add(DemandForecast forecast, int origin) {
        add(forecast.mean(), origin);
        for (int h = 0; h < HORIZON; h++) {
            double actual = series.used(origin + h);
            if (Double.isNaN(actual)) {
                continue;
            }
            double[] quantiles = forecast.quantiles()[h];
            distributed++;
            inside += quantiles[0] <= actual && actual <= quantiles[HIGHEST] ? 1 : 0;
            for (int q = 0; q <= HIGHEST; q++) {
                double probability = DemandForecast.PROBABILITIES.get(q);
                double above = actual - quantiles[q];
                pinball += Math.max(probability * above, (probability - 1) * above);
                below[q] += actual <= quantiles[q] ? 1 : 0;
            }
        }
    }

    ForecasterResult result() {
        double[] byHorizon = new double[HORIZON];
        for (int h = 0; h < HORIZON; h++) {
            byHorizon[h] = counts[h] == 0 ? 0 : absolute[h] / counts[h];
        }
        double[] share = null;
        if (distributed > 0) {
            share = new double[below.length];
            for (int q = 0; q < share.length; q++) {
                share[q] = (double) below[q] / distributed;
            }
        }
        return new ForecasterResult(
                series.market(),
                forecaster,
                origins,
                errors.mae(),
                errors.rmse(),
                errors.mase(),
                errors.wape(),
                distributed == 0 ? null : pinball / distributed / below.length,
                distributed == 0 ? null : (double) inside / distributed,
                byHorizon,
                share);
    }
}
