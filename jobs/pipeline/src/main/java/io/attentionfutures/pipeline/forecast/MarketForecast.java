package io.attentionfutures.pipeline.forecast;

import io.attentionfutures.forecast.DemandForecast;

/**
 * A forecast and the moment when it was made.
 *
 * @param forecastMillis when its last window closed, by the log's clock
 * @param forecast the forecast
 */
public record MarketForecast(long forecastMillis, DemandForecast forecast) {}
