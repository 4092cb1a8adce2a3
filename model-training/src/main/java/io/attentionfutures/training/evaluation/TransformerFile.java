package io.attentionfutures.training.evaluation;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.training.TrainingException;
import io.attentionfutures.training.run.RunFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * An hourly file of the electricity transformer data (Zhou et al. 2021, Informer: header {@code
 * date,…,OT}), in its published protocol: months of 30 days, 12 for training, 4 for validation and
 * 4 for the test, and every column scaled to mean 0 and deviation 1 over the training months.
 */
public final class TransformerFile {

    private static final int MONTH = 30 * 24;
    private static final int TRAINING = 12 * MONTH;
    private static final int TEST_START = 16 * MONTH;
    private static final int TEST_END = 20 * MONTH;
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private TransformerFile() {}

    /**
     * Reads the tests of all columns, by name.
     *
     * @throws TrainingException if the file is not of that form
     */
    public static List<SeriesTest> read(Path file) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
            List<String> names = null;
            List<double[]> values = new ArrayList<>();
            long start = 0;
            for (CsvRecord row : rows) {
                if (names == null) {
                    names = header(file, row);
                    continue;
                }
                long time = time(file, row);
                start = values.isEmpty() ? time : start;
                TrainingException.require(
                        time == start + values.size() * HOUR,
                        at(file, row) + "the rows are not hourly");
                values.add(numbers(file, row, names.size()));
            }
            TrainingException.require(
                    values.size() >= TEST_END,
                    file + ": " + values.size() + " rows, the protocol needs " + TEST_END);
            return tests(names, values, start);
        } catch (CsvParseException e) {
            throw new TrainingException(file + ": cannot be read: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new TrainingException(
                    file + ": cannot be read: " + RunFiles.reason(e.getCause()), e);
        }
    }

    private static List<String> header(Path file, CsvRecord row) {
        TrainingException.require(
                row.getFieldCount() > 1 && row.getField(0).equals("date"),
                file + ": the header does not begin with 'date'");
        return row.getFields().subList(1, row.getFieldCount());
    }

    private static long time(Path file, CsvRecord row) {
        try {
            LocalDateTime time = LocalDateTime.parse(row.getField(0), TIME);
            return time.toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new TrainingException(at(file, row) + "'" + row.getField(0) + "' is no time", e);
        }
    }

    private static double[] numbers(Path file, CsvRecord row, int count) {
        TrainingException.require(
                row.getFieldCount() == count + 1, at(file, row) + "a field is missing");
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            try {
                numbers[i] = Double.parseDouble(row.getField(i + 1));
            } catch (NumberFormatException e) {
                throw new TrainingException(
                        at(file, row) + "'" + row.getField(i + 1) + "' is not a number", e);
            }
            TrainingException.require(
                    Double.isFinite(numbers[i]), at(file, row) + "a number is not finite");
        }
        return numbers;
    }

    private static String at(Path file, CsvRecord row) {
        return file + ":" + row.getStartingLineNumber() + ": ";
    }

    private static List<SeriesTest> tests(List<String> names, List<double[]> rows, long start) {
        List<SeriesTest> tests = new ArrayList<>();
        for (int column = 0; column < names.size(); column++) {
            int at = column;
            double[] values = rows.stream().mapToDouble(row -> row[at]).toArray();
            standardise(values);
            tests.add(
                    new SeriesTest(
                            new DemandSeries(
                                    names.get(column),
                                    HOUR,
                                    start + values.length * HOUR,
                                    values,
                                    0),
                            TEST_START,
                            TEST_END));
        }
        return tests;
    }

    private static void standardise(double[] values) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < TRAINING; i++) {
            sum += values[i];
        }
        double mean = sum / TRAINING;
        for (int i = 0; i < TRAINING; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
        }
        double deviation = Math.sqrt(squares / TRAINING);
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - mean) / (deviation > 0 ? deviation : 1);
        }
    }
}
