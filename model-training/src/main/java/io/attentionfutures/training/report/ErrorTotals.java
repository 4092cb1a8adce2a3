package io.attentionfutures.training.report;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.metrics.ForecastErrors;
import io.attentionfutures.forecast.metrics.RollingEvaluation;

/** Adds up one forecaster's errors per window ahead and quantile on one series. */
final class ErrorTotals {

    private static final int HORIZON = DemandForecast.HORIZON;

    private final RollingEvaluation test;
    private final double[] absolute = new double[HORIZON];
    private final long[] below = new long[DemandForecast.PROBABILITIES.size()];
    private int origins;

    ErrorTotals(RollingEvaluation test) {
        this.test = test;
    }

    /** Adds a forecast. */
    void add(int origin, double[] points, double[][] quantiles) {
        origins++;
        for (int h = 0; h < HORIZON; h++) {
            double actual = test.actual(origin + h);
            absolute[h] += Math.abs(points[h] - actual);
            for (int q = 0; q < below.length; q++) {
                below[q] += actual <= quantiles[h][q] ? 1 : 0;
            }
        }
    }

    ForecasterResult result(String series, String forecaster, ForecastErrors errors) {
        double[] byHorizon = new double[HORIZON];
        for (int h = 0; h < HORIZON; h++) {
            byHorizon[h] = absolute[h] / origins;
        }
        double[] share = new double[below.length];
        for (int q = 0; q < share.length; q++) {
            share[q] = (double) below[q] / origins / HORIZON;
        }
        return ForecasterResult.of(series, forecaster, origins, errors, byHorizon, share);
    }
}
