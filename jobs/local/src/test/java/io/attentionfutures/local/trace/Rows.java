package io.attentionfutures.local.trace;

import io.attentionfutures.forecast.telemetry.TelemetrySample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Rows of telemetry for tests. */
final class Rows {
    static final long START = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
    static final long MINUTE = Duration.ofMinutes(1).toMillis();
    static final long HOUR = Duration.ofHours(1).toMillis();
    static final long DAY = Duration.ofDays(1).toMillis();

    private Rows() {}

    static TelemetrySample row(
            long timeMillis, String market, String tenant, double used, double capacity) {
        return new TelemetrySample(2, timeMillis, market, tenant, used, capacity);
    }

    /** One tenant of one market, a row every step; what it uses counts up from 0. */
    static Trace every(long stepMillis, int rows) {
        List<TelemetrySample> samples = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            samples.add(row(START + i * stepMillis, "M.R", "ada", i, 100));
        }
        return Trace.of("test", samples);
    }
}
