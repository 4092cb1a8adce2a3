package io.attentionfutures.pipeline.demand;

/**
 * A usage sample that came in time.
 *
 * @param market the market
 * @param tenant who uses the resource
 * @param windowStartMillis start of the demand window that the sample falls in
 * @param used units in use, not negative and finite
 * @param capacity units on offer, not negative and finite
 */
public record Usage(
        String market, String tenant, long windowStartMillis, double used, double capacity) {}
