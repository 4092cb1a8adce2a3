package io.attentionfutures.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Hourly telemetry with a daily cycle: two markets in two segments, two tenants in each. */
public final class SmallTrace {
    /** When it starts: a Monday, midnight. */
    public static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    /** Markets in it. */
    public static final int MARKETS = 2;

    private static final String[][] TENANTS = {
        {"H100.EUW1", "ada"}, {"H100.EUW1", "bea"}, {"L4.USE1", "cyd"}, {"L4.USE1", "dee"}
    };

    private SmallTrace() {}

    /** Writes a trace of so many hours and returns its file. */
    public static Path write(Path file, int hours) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("timestamp_utc_iso8601,resource,tenant,used,capacity");
        for (int hour = 0; hour < hours; hour++) {
            for (int i = 0; i < TENANTS.length; i++) {
                double used = 25 + 6 * i + 15 * Math.sin(2 * Math.PI * (hour - 8 - i) / 24);
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "%s,%s,%s,%.2f,60",
                                START.plus(hour, ChronoUnit.HOURS),
                                TENANTS[i][0],
                                TENANTS[i][1],
                                used));
            }
        }
        return Files.write(file, lines);
    }
}
