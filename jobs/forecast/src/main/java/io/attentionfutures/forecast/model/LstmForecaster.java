package io.attentionfutures.forecast.model;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandSeries;

/** What a trained network forecasts: the combined simple forecast plus scale times its output. */
public final class LstmForecaster {

    private final LstmScorer scorer;

    /** Unpacks the bundle's parameters. */
    public LstmForecaster(ModelBundle bundle) {
        this.scorer = new LstmScorer(bundle.manifest().hidden(), bundle.weights());
    }

    /** Point forecasts in units. */
    public double[] points(DemandSeries series) {
        FeatureRow row = FeatureExtractor.extract(series);
        float[] output = scorer.score(row.steps());
        double[] points = new double[DemandForecast.HORIZON];
        for (int h = 0; h < points.length; h++) {
            points[h] = row.toUnits(h, output[h]);
        }
        return points;
    }
}
