package io.attentionfutures.training.evaluation;

import io.attentionfutures.forecast.DemandSeries;

/**
 * Which part of a series is for training and which for the test.
 *
 * @param series the whole history
 * @param testStart index of the first origin; what lies before may be trained on
 * @param testEnd index after the last window that is forecast
 */
public record SeriesTest(DemandSeries series, int testStart, int testEnd) {

    private static final double TRAINING_SHARE = 0.8;

    /** A test on the last fifth of a series. */
    public static SeriesTest ofLastFifth(DemandSeries series) {
        return new SeriesTest(series, (int) (TRAINING_SHARE * series.windows()), series.windows());
    }

    /** The part for training. */
    public DemandSeries training() {
        return series.slice(0, testStart);
    }
}
