package io.attentionfutures.local.trace;

import io.attentionfutures.forecast.telemetry.CapacityRule;
import io.attentionfutures.forecast.telemetry.TelemetryFile;
import io.attentionfutures.forecast.telemetry.TelemetrySample;
import io.attentionfutures.local.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Telemetry of the past, in memory: rows sorted by time, each the mean use of one tenant over the
 * step that starts at its time.
 */
public final class Trace {
    private static final long LARGEST_STEP_MILLIS = 3_600_000L;

    private final String label;
    private final List<TelemetrySample> rows;
    private final Map<String, Long> stepMillis;
    private final String hash;

    private Trace(String label, List<TelemetrySample> rows) {
        this.label = label;
        this.rows = rows;
        this.stepMillis = steps(rows);
        this.hash = hash(rows);
    }

    /** Returns a trace of rows that are sorted by time. */
    public static Trace of(String label, List<TelemetrySample> rows) {
        if (rows.isEmpty()) {
            throw new UserError(label + " has no rows");
        }
        return new Trace(label, rows);
    }

    /**
     * Reads files and merges them by time.
     *
     * @throws io.attentionfutures.forecast.telemetry.TelemetryFormatException if a row is wrong
     * @throws UserError if a file cannot be read
     */
    public static Trace read(List<Path> files) {
        List<TelemetrySample> rows = new ArrayList<>();
        for (Path file : files) {
            try (TelemetryFile telemetry = TelemetryFile.open(file)) {
                telemetry.forEachRemaining(rows::add);
            } catch (IOException e) {
                throw UserError.unreadable(file, e);
            }
        }
        if (files.size() > 1) {
            rows.sort(Comparator.comparingLong(TelemetrySample::timeMillis));
        }
        return of(String.join(", ", files.stream().map(Path::toString).toList()), rows);
    }

    /** Returns the same trace, moved in time. */
    public Trace shifted(long millis) {
        List<TelemetrySample> moved = new ArrayList<>(rows.size());
        for (TelemetrySample row : rows) {
            moved.add(moved(row, millis));
        }
        return new Trace(label, moved);
    }

    /**
     * Returns the same trace, its last week (or as much as there is of it) repeated until a time.
     */
    public Trace repeatedUntil(long untilMillis) {
        long week = Duration.ofDays(7).toMillis();
        long day = Duration.ofDays(1).toMillis();
        long end = endMillis();
        long length = end - startMillis();
        long cycle = length >= week ? week : Math.max(day, length - length % day);
        List<TelemetrySample> last =
                rows.stream().filter(row -> row.timeMillis() >= end - cycle).toList();
        List<TelemetrySample> longer = new ArrayList<>(rows);
        for (long shift = cycle; end + shift - cycle < untilMillis; shift += cycle) {
            for (TelemetrySample row : last) {
                longer.add(moved(row, shift));
            }
        }
        return new Trace(label, longer);
    }

    private static TelemetrySample moved(TelemetrySample row, long millis) {
        return new TelemetrySample(
                row.line(),
                row.timeMillis() + millis,
                row.resource(),
                row.tenant(),
                row.used(),
                row.capacity());
    }

    /**
     * Returns how tenants' capacities total, as the rows suggest: shared if at each time all
     * tenants of a market name the same, else their sum.
     */
    public CapacityRule suggestedCapacityRule() {
        Map<String, TelemetrySample> latest = new HashMap<>();
        for (TelemetrySample row : rows) {
            TelemetrySample other = latest.put(row.resource(), row);
            if (other != null
                    && other.timeMillis() == row.timeMillis()
                    && other.capacity() != row.capacity()) {
                return CapacityRule.SUM;
            }
        }
        return CapacityRule.SHARED;
    }

    /** Returns what the trace is, for people. */
    public String label() {
        return label;
    }

    public List<TelemetrySample> rows() {
        return rows;
    }

    /** Returns the markets in the trace, sorted. */
    public List<String> markets() {
        return stepMillis.keySet().stream().sorted().toList();
    }

    /** Returns the time of the first row. */
    public long startMillis() {
        return rows.get(0).timeMillis();
    }

    /** Returns when the last row's step ends. */
    public long endMillis() {
        long end = Long.MIN_VALUE;
        for (TelemetrySample row : rows) {
            end = Math.max(end, knownAtMillis(row));
        }
        return end;
    }

    /** Returns the middle of the trace: a model is trained on what lies before it. */
    public long middleMillis() {
        return startMillis() + (endMillis() - startMillis()) / 2;
    }

    /** Returns when a row can be known: at the end of its step. */
    public long knownAtMillis(TelemetrySample row) {
        return row.timeMillis() + stepMillis.get(row.resource());
    }

    /** Returns a digest of all rows. */
    public String hash() {
        return hash;
    }

    /** The step of each market: the smallest distance between two of its times, an hour at most. */
    private static Map<String, Long> steps(List<TelemetrySample> rows) {
        Map<String, Long> latest = new HashMap<>();
        Map<String, Long> steps = new HashMap<>();
        for (TelemetrySample row : rows) {
            Long before = latest.put(row.resource(), row.timeMillis());
            steps.putIfAbsent(row.resource(), LARGEST_STEP_MILLIS);
            if (before != null && row.timeMillis() > before) {
                steps.merge(row.resource(), row.timeMillis() - before, Math::min);
            }
        }
        return steps;
    }

    private static String hash(List<TelemetrySample> rows) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            StringBuilder line = new StringBuilder();
            for (TelemetrySample row : rows) {
                line.setLength(0);
                line.append(row.timeMillis())
                        .append(',')
                        .append(row.resource())
                        .append(',')
                        .append(row.tenant())
                        .append(',')
                        .append(row.used())
                        .append(',')
                        .append(row.capacity())
                        .append('\n');
                digest.update(line.toString().getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the tenants of a market, sorted. */
    public List<String> tenants(String market) {
        TreeSet<String> tenants = new TreeSet<>();
        for (TelemetrySample row : rows) {
            if (row.resource().equals(market)) {
                tenants.add(row.tenant());
            }
        }
        return List.copyOf(tenants);
    }
}
