package io.attentionfutures.forecast.model;

import io.attentionfutures.forecast.CleanDemand;
import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.ForecastDistribution;

/**
 * Scores markets with a trained model: the combined simple forecast plus scale times the market's
 * share of the network's output. Not thread-safe.
 */
public final class LstmForecaster {

    private final ModelBundle bundle;
    private final LstmScorer scorer;

    /** Unpacks the bundle's parameters. */
    public LstmForecaster(ModelBundle bundle) {
        this.bundle = bundle;
        this.scorer = new LstmScorer(bundle.manifest().hidden(), bundle.weights());
    }

    /**
     * Forecasts one series; the numbers may be infinite or NaN if the parameters are extreme.
     *
     * @param series a history of at least {@link FeatureExtractor#minimumWindows}
     * @param clean the same history, cleaned
     */
    public DemandForecast forecast(DemandSeries series, CleanDemand clean) {
        FeatureRow row = FeatureExtractor.extract(series, clean);
        MarketModel part = bundle.market(series.market());
        float[] output = scorer.score(row.steps());
        double[] points = new double[DemandForecast.HORIZON];
        double[] deviations = new double[DemandForecast.HORIZON];
        double[][] errors = new double[DemandForecast.HORIZON][DemandForecast.PROBABILITIES.size()];
        for (int h = 0; h < points.length; h++) {
            points[h] = row.toUnits(h, part.networkShare() * output[h]);
            deviations[h] = row.spread()[h] * part.deviation()[h];
            for (int q = 0; q < errors[h].length; q++) {
                errors[h][q] = row.spread()[h] * part.errors()[h][q];
            }
        }
        return ForecastDistribution.around(series, points, deviations, errors, bundle.version());
    }
}
