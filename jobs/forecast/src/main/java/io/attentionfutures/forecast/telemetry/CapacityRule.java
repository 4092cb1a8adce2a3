package io.attentionfutures.forecast.telemetry;

/** What a tenant's capacity means, and so how the tenants' capacities make the resource's. */
public enum CapacityRule {
    /** Every tenant's row repeats the one pool that all share: the resource has the largest. */
    SHARED,
    /** Every tenant's row carries its own quota: the resource has their sum. */
    SUM
}
