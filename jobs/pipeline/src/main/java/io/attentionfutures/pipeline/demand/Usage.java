package io.attentionfutures.pipeline.demand;

/**
 * A telemetry sample that came in time: of a tenant's use, or of what a provider has online.
 *
 * @param market the market
 * @param tenant who uses the resource; empty where {@code provider} is not
 * @param provider who has {@code capacity} online; empty where a tenant's use was sampled
 * @param windowStartMillis start of the demand window that the sample falls in
 * @param used units in use, not negative and finite; 0 for a provider
 * @param capacity units on offer, not negative and finite
 */
public record Usage(
        String market,
        String tenant,
        String provider,
        long windowStartMillis,
        double used,
        double capacity) {
    /** Whether it tells what a provider has online, and nothing of demand. */
    public boolean ofProvider() {
        return !provider.isEmpty();
    }
}
