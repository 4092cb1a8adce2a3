package io.attentionfutures.forecast.telemetry;

import io.attentionfutures.forecast.DemandSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Totals samples of any order into one demand series per resource. Windows begin at multiples of
 * the period since the epoch; a window without samples is NaN. Not thread-safe.
 */
public final class DemandAggregator {

    /** Most windows per resource; more is taken for a wrong timestamp. */
    public static final int MAXIMUM_WINDOWS = 10_000_000;

    private final long periodMillis;
    private final CapacityRule rule;
    private final TreeMap<String, TreeMap<Long, DemandWindowAccumulator>> windows = new TreeMap<>();

    /**
     * @param periodMillis length of a window in milliseconds
     * @param rule how the tenants' capacities are totalled
     */
    public DemandAggregator(long periodMillis, CapacityRule rule) {
        if (periodMillis <= 0) {
            throw new IllegalArgumentException("period " + periodMillis + " ms");
        }
        this.periodMillis = periodMillis;
        this.rule = rule;
    }

    /** Adds one sample to its window. */
    public void add(TelemetrySample sample) {
        windows.computeIfAbsent(sample.resource(), resource -> new TreeMap<>())
                .computeIfAbsent(
                        Math.floorDiv(sample.timeMillis(), periodMillis),
                        window -> new DemandWindowAccumulator())
                .add(sample.tenant(), sample.used(), sample.capacity());
    }

    /** Adds all rows of a file. */
    public void add(Path file) throws IOException {
        add(TelemetryFile.open(file));
    }

    /** Adds all rows of a file that is at its first row, and closes it. */
    public void add(TelemetryFile file) throws IOException {
        try (TelemetryFile rows = file) {
            while (rows.hasNext()) {
                add(rows.next());
            }
        }
    }

    /**
     * One series per resource, by name, from its first to its last window; a window without samples
     * has the capacity of the one before it.
     *
     * @throws IllegalArgumentException if a resource spans more than {@link #MAXIMUM_WINDOWS}
     */
    public List<DemandSeries> series() {
        List<DemandSeries> all = new ArrayList<>();
        windows.forEach((resource, byWindow) -> all.add(series(resource, byWindow)));
        return all;
    }

    private DemandSeries series(String resource, TreeMap<Long, DemandWindowAccumulator> byWindow) {
        long first = byWindow.firstKey();
        long count = byWindow.lastKey() - first + 1;
        if (count > MAXIMUM_WINDOWS) {
            throw new IllegalArgumentException(
                    resource + " spans " + count + " windows of " + periodMillis + " ms");
        }
        double[] used = new double[(int) count];
        double[] capacity = new double[(int) count];
        double[] largestShare = new double[(int) count];
        Arrays.fill(used, Double.NaN);
        Arrays.fill(largestShare, Double.NaN);
        double known = 0;
        long next = first;
        for (Map.Entry<Long, DemandWindowAccumulator> entry : byWindow.entrySet()) {
            int at = (int) (entry.getKey() - first);
            Arrays.fill(capacity, (int) (next - first), at, known);
            known = entry.getValue().capacity(rule);
            used[at] = entry.getValue().used();
            capacity[at] = known;
            largestShare[at] = entry.getValue().largestShare();
            next = entry.getKey() + 1;
        }
        return new DemandSeries(
                resource,
                periodMillis,
                (byWindow.lastKey() + 1) * periodMillis,
                used,
                capacity,
                largestShare);
    }
}
