package io.attentionfutures.training;

import io.attentionfutures.forecast.DemandSeries;
import java.util.List;

/**
 * What to train on, and how.
 *
 * @param series histories, all of one period and each of its own market
 * @param settings how to train
 */
public record TrainingPlan(List<DemandSeries> series, TrainingSettings settings) {

    /**
     * @throws TrainingException if there is no series or they do not fit each other
     */
    public TrainingPlan {
        series = List.copyOf(series);
        TrainingException.require(!series.isEmpty(), "there is no series to train on");
        TrainingException.require(
                series.stream().map(DemandSeries::periodMillis).distinct().count() == 1,
                "the series have windows of different lengths");
        TrainingException.require(
                series.stream().map(DemandSeries::market).distinct().count() == series.size(),
                "two series have the same market");
    }

    /** Length of a window in milliseconds. */
    public long periodMillis() {
        return series.get(0).periodMillis();
    }
}
