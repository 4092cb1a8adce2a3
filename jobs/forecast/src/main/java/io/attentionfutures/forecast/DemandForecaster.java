package io.attentionfutures.forecast;

import java.util.List;

/** Forecasts the demand of markets from their histories. */
public interface DemandForecaster {

    /** Name and version, as written into {@link DemandForecast#model()}. */
    String name();

    /**
     * Forecasts each series on its own: the result for a series does not depend on the others in
     * the batch.
     *
     * @param batch histories of at least one window each
     * @return one forecast per series, in the batch's order
     */
    List<DemandForecast> forecast(List<DemandSeries> batch);
}
