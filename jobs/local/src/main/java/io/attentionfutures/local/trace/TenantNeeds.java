package io.attentionfutures.local.trace;

import io.attentionfutures.forecast.telemetry.CapacityRule;
import io.attentionfutures.forecast.telemetry.DemandWindowAccumulator;
import io.attentionfutures.forecast.telemetry.TelemetrySample;
import io.attentionfutures.forecast.telemetry.TenantUsage;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What each tenant of a trace needs in each delivery period, and what is on offer. */
public final class TenantNeeds {
    private final long periodMillis;
    private final CapacityRule rule;
    private final Map<String, TreeMap<Long, DemandWindowAccumulator>> windows = new HashMap<>();

    public TenantNeeds(Trace trace, long periodMillis, CapacityRule rule) {
        this.periodMillis = periodMillis;
        this.rule = rule;
        for (TelemetrySample row : trace.rows()) {
            long start = row.timeMillis() - Math.floorMod(row.timeMillis(), periodMillis);
            windows.computeIfAbsent(row.resource(), market -> new TreeMap<>())
                    .computeIfAbsent(start, time -> new DemandWindowAccumulator())
                    .add(row.tenant(), row.used(), row.capacity());
        }
    }

    public long periodMillis() {
        return periodMillis;
    }

    /** Whether the trace speaks of a market's delivery period. */
    public boolean covers(String market, long startMillis) {
        return windows.get(market).containsKey(startMillis);
    }

    /** Returns the units that each tenant needs, by tenant; empty where the trace is silent. */
    public Map<String, Double> of(String market, long startMillis) {
        DemandWindowAccumulator window = windows.get(market).get(startMillis);
        Map<String, Double> needs = new TreeMap<>();
        if (window != null) {
            for (Map.Entry<String, TenantUsage> tenant : window.tenants().entrySet()) {
                DemandWindowAccumulator alone = new DemandWindowAccumulator();
                alone.put(tenant.getKey(), tenant.getValue());
                needs.put(tenant.getKey(), alone.used());
            }
        }
        return needs;
    }

    /** Returns the units on offer, 0 where the trace is silent. */
    public double capacity(String market, long startMillis) {
        DemandWindowAccumulator window = windows.get(market).get(startMillis);
        return window == null ? 0 : window.capacity(rule);
    }

    /** Returns the largest capacity of a market over the trace. */
    public double largestCapacity(String market) {
        return windows.get(market).values().stream()
                .mapToDouble(window -> window.capacity(rule))
                .max()
                .orElse(0);
    }
}
