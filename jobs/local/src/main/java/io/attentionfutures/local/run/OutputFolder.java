package io.attentionfutures.local.run;

import io.attentionfutures.local.UserError;
import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.schemas.Alert;
import io.attentionfutures.schemas.Allocation;
import io.attentionfutures.schemas.AuditRecord;
import io.attentionfutures.schemas.DemandForecast;
import io.attentionfutures.schemas.ExecutionReport;
import io.attentionfutures.schemas.Price;
import io.attentionfutures.schemas.Statement;
import io.attentionfutures.schemas.Topic;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Writes what landed on public topics as JSON lines in canonical order: by key, then time, then
 * segment and sequence. The order does not depend on how the job was run. Memory is bounded: a
 * topic is read once for each {@value #MOST_RECORDS} records.
 */
final class OutputFolder {
    private static final int MOST_RECORDS = 200_000;

    private OutputFolder() {}

    private record Row(String key, long timeMillis, String segment, long sequence, String json) {
        static final Comparator<Row> ORDER =
                Comparator.comparing(Row::key)
                        .thenComparingLong(Row::timeMillis)
                        .thenComparing(Row::segment)
                        .thenComparingLong(Row::sequence);
    }

    /**
     * Writes {@code afm.prices.jsonl} and the same of executions, allocations, statements,
     * surveillance, audit and forecasts.
     */
    static void write(KafkaConnection kafka, Path folder) {
        try {
            Files.createDirectories(folder);
            for (Topic topic :
                    List.of(
                            Topic.PRICES,
                            Topic.EXECUTIONS,
                            Topic.ALLOCATIONS,
                            Topic.STATEMENTS,
                            Topic.SURVEILLANCE,
                            Topic.AUDIT,
                            Topic.FORECASTS)) {
                write(kafka, topic, folder.resolve(topic.topicName() + ".jsonl"));
            }
        } catch (IOException e) {
            throw new UserError("cannot write to " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void write(KafkaConnection kafka, Topic topic, Path file) throws IOException {
        TreeMap<String, Integer> counts = new TreeMap<>();
        try (OutputReader reader = new OutputReader(kafka, List.of(topic))) {
            reader.drain(record -> counts.merge(key(record), 1, Integer::sum));
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (BufferedWriter out = Files.newBufferedWriter(unfinished)) {
            while (!counts.isEmpty()) {
                String first = counts.firstKey();
                String last = lastOfBatch(counts);
                for (Row row : rows(kafka, topic, first, last)) {
                    out.write(row.json());
                    out.write('\n');
                }
                counts.headMap(last, true).clear();
            }
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String lastOfBatch(TreeMap<String, Integer> counts) {
        String last = counts.firstKey();
        long records = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            records += entry.getValue();
            if (records > MOST_RECORDS) {
                break;
            }
            last = entry.getKey();
        }
        return last;
    }

    private static List<Row> rows(KafkaConnection kafka, Topic topic, String first, String last) {
        List<Row> rows = new ArrayList<>();
        try (OutputReader reader = new OutputReader(kafka, List.of(topic))) {
            reader.drain(
                    record -> {
                        String key = key(record);
                        if (key.compareTo(first) >= 0 && key.compareTo(last) <= 0) {
                            rows.add(row(record, RecordText.json(record)));
                        }
                    });
        }
        rows.sort(Row.ORDER);
        return rows;
    }

    private static String key(SpecificRecordBase record) {
        return row(record, "").key();
    }

    private static Row row(SpecificRecordBase record, String json) {
        if (record instanceof Price price) {
            return row(
                    price.getContract(),
                    price.getTime(),
                    price.getSegment(),
                    price.getSequence(),
                    json);
        } else if (record instanceof ExecutionReport report) {
            return row(
                    report.getAccount(),
                    report.getTime(),
                    report.getSegment(),
                    report.getSequence(),
                    json);
        } else if (record instanceof Allocation allocation) {
            return row(
                    allocation.getAccount(),
                    allocation.getTime(),
                    allocation.getSegment(),
                    allocation.getSequence(),
                    json);
        } else if (record instanceof Statement statement) {
            return row(
                    statement.getAccount(),
                    statement.getTime(),
                    statement.getSegment(),
                    statement.getSequence(),
                    json);
        } else if (record instanceof Alert alert) {
            return row(
                    alert.getContract(),
                    alert.getTime(),
                    alert.getSegment(),
                    alert.getSequence(),
                    json);
        } else if (record instanceof AuditRecord audit) {
            return row(
                    audit.getSegment(),
                    audit.getTime(),
                    audit.getSegment(),
                    audit.getSequence(),
                    json);
        }
        DemandForecast forecast = (DemandForecast) record;
        return row(forecast.getMarket(), forecast.getForecastAt(), "", 0, json);
    }

    private static Row row(String key, Instant time, String segment, long sequence, String json) {
        return new Row(key, time.toEpochMilli(), segment, sequence, json);
    }
}
