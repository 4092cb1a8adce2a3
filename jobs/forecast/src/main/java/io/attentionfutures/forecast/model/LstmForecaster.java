package io.attentionfutures.forecast.model;

import io.attentionfutures.forecast.CleanDemand;
import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.ForecastDistribution;
import java.util.Collections;
import java.util.OptionalInt;

/**
 * Scores markets with a trained model: the combined simple forecast plus scale times the market's
 * share of the network's output. Not thread-safe.
 */
public final class LstmForecaster implements AutoCloseable {

    private final ModelBundle bundle;
    private final NetworkScorer scorer;

    /** Opens the bundle's first network. */
    public LstmForecaster(ModelBundle bundle) {
        this.bundle = bundle;
        this.scorer =
                ScoringEngines.open(
                        ScoringEngines.ONNX, bundle.networks().get(0), OptionalInt.empty());
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
        float[] output = scorer.score(Collections.singletonList(row.steps()))[0];
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

    @Override
    public void close() {
        scorer.close();
    }
}
