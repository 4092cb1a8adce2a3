package io.attentionfutures.pipeline.demand;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Demand of one market in one window that has closed.
 *
 * @param market the market
 * @param windowStartMillis start of the window, inclusive
 * @param windowEndMillis end of the window, exclusive
 * @param closedMillis when it closed, by the log's clock
 * @param used mean units in use, summed over tenants; NaN without samples
 * @param capacity units on offer; the last known without samples
 * @param tenants tenants heard of
 * @param largestShare share of what is used that the largest tenant has; NaN if nothing is used
 * @param samples tenants' samples in the window
 * @param providers mean units that each provider had online, for those that reported, by name
 */
public record Demand(
        String market,
        long windowStartMillis,
        long windowEndMillis,
        long closedMillis,
        double used,
        double capacity,
        int tenants,
        double largestShare,
        long samples,
        Map<String, Double> providers) {
    public Demand {
        providers = Collections.unmodifiableMap(new TreeMap<>(providers));
    }
}
