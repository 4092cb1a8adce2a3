package io.attentionfutures.forecast.online;

import io.attentionfutures.forecast.DemandForecast;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A market's forecast and what it was made of.
 *
 * @param forecast the combined forecast with its distribution
 * @param points point forecast, in units, of each forecaster that had one, by code
 * @param weights mean share in the combination of each forecaster that took part, by code
 * @param accuracy how good the market's forecasts have been lately
 */
public record MarketOutlook(
        DemandForecast forecast,
        Map<String, double[]> points,
        Map<String, Double> weights,
        ForecastAccuracy accuracy) {

    /** Copies the maps. */
    public MarketOutlook {
        points = Collections.unmodifiableMap(new TreeMap<>(points));
        weights = Collections.unmodifiableMap(new TreeMap<>(weights));
    }
}
