package io.attentionfutures.training.sample;

import io.attentionfutures.forecast.CleanDemand;
import io.attentionfutures.forecast.DemandCleaner;
import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.FeatureRow;

/**
 * The examples that one market's history holds, by origin: the index of the first window that is
 * forecast. Features of an origin are computed as in scoring, from what lies before it alone.
 * Immutable.
 */
public final class MarketExamples {

    private static final double TARGET_BOUND = 10;

    private final DemandSeries series;
    private final CleanDemand targets;

    /**
     * @param seen the market's history up to the held-out part
     */
    public MarketExamples(DemandSeries seen) {
        this.series = seen;
        this.targets = DemandCleaner.clean(seen);
    }

    /** The history. */
    public DemandSeries series() {
        return series;
    }

    /** The first origin with enough history. */
    public int firstOrigin() {
        return FeatureExtractor.minimumWindows(series.periodMillis());
    }

    /** The last origin whose windows are all in the history; may lie before the first. */
    public int lastOrigin() {
        return series.windows() - DemandForecast.HORIZON;
    }

    /** What the model sees at an origin. */
    public FeatureRow row(int origin) {
        int history = FeatureExtractor.historyWindows(series.periodMillis());
        return FeatureExtractor.extract(series.slice(Math.max(0, origin - history), origin));
    }

    /** What the network should have put out for a row of {@link #row}, without any bound. */
    public double[] residual(FeatureRow row, int origin) {
        double[] target = new double[DemandForecast.HORIZON];
        for (int h = 0; h < target.length; h++) {
            target[h] = row.toOutput(h, targets.values()[origin + h]);
        }
        return target;
    }

    /** The example at an origin. */
    public TrainingWindow at(int origin) {
        FeatureRow row = row(origin);
        double[] residual = residual(row, origin);
        float[] target = new float[residual.length];
        for (int h = 0; h < target.length; h++) {
            target[h] = (float) Math.max(-TARGET_BOUND, Math.min(TARGET_BOUND, residual[h]));
        }
        return new TrainingWindow(row.steps(), target);
    }
}
