package io.attentionfutures.forecast.telemetry;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Totals one window of one resource: per tenant the mean of its samples, over the tenants the sum.
 * The result does not depend on the order of the samples. Not thread-safe.
 */
public final class DemandWindowAccumulator {

    /** Largest use in one sample, in units. */
    public static final double MAXIMUM_USED = 1e12;

    private final Map<String, TenantUsage> tenants = new TreeMap<>();
    private long samples;

    /**
     * Adds one sample.
     *
     * @throws IllegalArgumentException if a number is not finite, the capacity is negative, or
     *     {@code used} is beyond {@link #MAXIMUM_USED} in size
     */
    public void add(String tenant, double used, double capacity) {
        if (!(Math.abs(used) <= MAXIMUM_USED)) {
            throw new IllegalArgumentException("used " + used + " is beyond 1e12");
        }
        if (!(capacity >= 0) || Double.isInfinite(capacity)) {
            throw new IllegalArgumentException("capacity " + capacity + " is negative or infinite");
        }
        put(tenant, TenantUsage.of(used, capacity));
    }

    /** Adds the samples of {@code usage}, for example those read back from a store. */
    public void put(String tenant, TenantUsage usage) {
        tenants.merge(tenant, usage, TenantUsage::plus);
        samples += usage.count();
    }

    /** What each tenant's samples come to, by tenant name. */
    public Map<String, TenantUsage> tenants() {
        return Collections.unmodifiableMap(tenants);
    }

    /** Units in use: the sum over tenants of the mean of their samples; NaN without samples. */
    public double used() {
        if (tenants.isEmpty()) {
            return Double.NaN;
        }
        long total = 0;
        for (TenantUsage usage : tenants.values()) {
            total = TenantUsage.saturatedSum(total, usage.meanMicros());
        }
        return total / TenantUsage.MICROS;
    }

    /** Share of what is in use that the largest tenant has; NaN if nothing is in use. */
    public double largestShare() {
        double largest = 0;
        for (TenantUsage usage : tenants.values()) {
            largest = Math.max(largest, usage.meanMicros() / TenantUsage.MICROS);
        }
        double used = used();
        return used > 0 ? Math.min(1, largest / used) : Double.NaN;
    }

    /** Units on offer; zero without samples. */
    public double capacity(CapacityRule rule) {
        double total = 0;
        for (TenantUsage usage : tenants.values()) {
            total =
                    rule == CapacityRule.SHARED
                            ? Math.max(total, usage.capacityMax())
                            : total + usage.capacityMax();
        }
        return Math.min(total, Double.MAX_VALUE);
    }

    /** Number of samples. */
    public long samples() {
        return samples;
    }
}
