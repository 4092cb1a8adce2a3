package io.attentionfutures.pipeline.testing;

import io.attentionfutures.pipeline.publish.PublishedRecord;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Keeps what is written in this process, by the name of the run. */
public final class CollectingSink implements Sink<PublishedRecord> {
    private static final long serialVersionUID = 1L;
    private static final Map<String, Queue<PublishedRecord>> RUNS = new ConcurrentHashMap<>();

    private final String run;

    public CollectingSink(String run) {
        this.run = run;
    }

    /** Takes all that a run has written. */
    public static List<PublishedRecord> take(String run) {
        Queue<PublishedRecord> records = RUNS.remove(run);
        return records == null ? List.of() : List.copyOf(records);
    }

    @Override
    public SinkWriter<PublishedRecord> createWriter(WriterInitContext context) {
        Queue<PublishedRecord> records =
                RUNS.computeIfAbsent(run, name -> new ConcurrentLinkedQueue<>());
        return new SinkWriter<>() {
            @Override
            public void write(PublishedRecord record, Context element) {
                records.add(record);
            }

            @Override
            public void flush(boolean endOfInput) {}

            @Override
            public void close() {}
        };
    }
}
