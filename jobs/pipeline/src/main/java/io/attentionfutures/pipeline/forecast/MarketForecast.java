package io.attentionfutures.pipeline.forecast;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.online.ForecastAccuracy;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A forecast and the moment when it was made.
 *
 * @param forecastMillis when its last window closed, by the log's clock
 * @param forecast the forecast
 * @param weights mean share in it of each forecaster that took part, by code
 * @param accuracy how good the market's forecasts have been lately
 */
public record MarketForecast(
        long forecastMillis,
        DemandForecast forecast,
        Map<String, Double> weights,
        ForecastAccuracy accuracy) {
    public MarketForecast {
        weights = Collections.unmodifiableMap(new TreeMap<>(weights));
    }
}
