package io.attentionfutures.forecast.telemetry;

/**
 * One row of a telemetry file: a tenant's mean use of a resource over the window that begins at its
 * time.
 *
 * @param line line number in the file, the header being 1
 * @param timeMillis start of the sampled window, milliseconds since the epoch
 * @param resource what is used; one market per resource
 * @param tenant who uses it
 * @param used units in use, finite, from 0 to {@link DemandWindowAccumulator#MAXIMUM_USED}
 * @param capacity units on offer, finite and not negative; see {@link CapacityRule}
 */
public record TelemetrySample(
        long line, long timeMillis, String resource, String tenant, double used, double capacity) {}
