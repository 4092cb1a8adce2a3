package io.attentionfutures.forecast.telemetry;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Turns the fields of one CSV row into a sample, by the columns that the header names. */
final class TelemetryRow {

    static final String HEADER = "timestamp_utc_iso8601,resource,tenant,used,capacity";

    private static final List<String> COLUMNS = Arrays.asList(HEADER.split(",", -1));

    private final Path path;
    private final boolean signed;
    private final int[] column = new int[COLUMNS.size()];
    private String lastTimestamp = "";
    private long lastTime;

    TelemetryRow(Path path, CsvRecord header, boolean signed) {
        this.path = path;
        this.signed = signed;
        List<String> names = header.getFields();
        List<String> unknown = new ArrayList<>(names);
        unknown.removeAll(COLUMNS);
        List<String> missing = new ArrayList<>(COLUMNS);
        missing.removeAll(names);
        if (missing.size() == COLUMNS.size()) {
            throw fault(header, "the header is missing; expected " + HEADER);
        }
        if (!missing.isEmpty()) {
            throw fault(
                    header,
                    "column " + String.join(", ", missing) + " is missing; expected " + HEADER);
        }
        if (!unknown.isEmpty()) {
            throw fault(header, "column '" + String.join("', '", unknown) + "' is not known");
        }
        if (names.size() != COLUMNS.size()) {
            throw fault(header, "a column appears twice");
        }
        for (int i = 0; i < column.length; i++) {
            column[i] = names.indexOf(COLUMNS.get(i));
        }
    }

    /** Names repeat from row to row: {@code names} keeps one copy of each. */
    TelemetrySample parse(CsvRecord row, Map<String, String> names) {
        if (row.getFieldCount() != column.length) {
            throw fault(row, row.getFieldCount() + " fields instead of " + column.length);
        }
        double used = number(row, 3);
        if (!signed) {
            requireNotNegative(row, 3, used);
        }
        double capacity = number(row, 4);
        requireNotNegative(row, 4, capacity);
        if (Math.abs(used) > DemandWindowAccumulator.MAXIMUM_USED) {
            throw fault(row, "used " + used + " is above the limit of 1e12");
        }
        return new TelemetrySample(
                row.getStartingLineNumber(),
                time(row),
                name(row, 1, names),
                name(row, 2, names),
                used,
                capacity);
    }

    private long time(CsvRecord row) {
        String text = row.getField(column[0]);
        if (text.equals(lastTimestamp)) {
            return lastTime;
        }
        if (!text.endsWith("Z")) {
            throw fault(row, "timestamp '" + text + "' does not end in Z (UTC)");
        }
        try {
            lastTime = Instant.parse(text).toEpochMilli();
        } catch (DateTimeParseException | ArithmeticException e) {
            throw fault(row, "timestamp '" + text + "' is not ISO 8601");
        }
        lastTimestamp = text;
        return lastTime;
    }

    private String name(CsvRecord row, int index, Map<String, String> names) {
        String text = row.getField(column[index]);
        if (text.isBlank()) {
            throw fault(row, COLUMNS.get(index) + " is empty");
        }
        return names.computeIfAbsent(text, same -> same);
    }

    private double number(CsvRecord row, int index) {
        String text = row.getField(column[index]);
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw fault(row, COLUMNS.get(index) + " '" + text + "' is not a number");
        }
        if (!Double.isFinite(value)) {
            throw fault(row, COLUMNS.get(index) + " '" + text + "' is not finite");
        }
        return value;
    }

    private void requireNotNegative(CsvRecord row, int index, double value) {
        if (value < 0) {
            String text = row.getField(column[index]);
            throw fault(row, COLUMNS.get(index) + " '" + text + "' is negative");
        }
    }

    private TelemetryFormatException fault(CsvRecord row, String what) {
        return new TelemetryFormatException(path, row.getStartingLineNumber(), what);
    }
}
