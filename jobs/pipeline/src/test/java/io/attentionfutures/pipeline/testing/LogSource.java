package io.attentionfutures.pipeline.testing;

import io.attentionfutures.pipeline.log.LogClock;
import io.attentionfutures.pipeline.log.LoggedRecord;
import io.attentionfutures.pipeline.log.LoggedRecordSerializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Reads logs from memory to their end, each partition a split with a clock of its own, as the Kafka
 * source does. Takes no checkpoints.
 */
public final class LogSource
        implements Source<LoggedRecord, LogSplit, Void>, ResultTypeQueryable<LoggedRecord> {
    private static final long serialVersionUID = 1L;

    private final ArrayList<LogSplit> partitions;

    private LogSource(List<LogSplit> partitions) {
        this.partitions = new ArrayList<>(partitions);
    }

    /** Adds a source with no more subtasks than there are partitions. */
    public static DataStream<LoggedRecord> add(
            StreamExecutionEnvironment environment, String uid, List<LoggedRecord> records) {
        Map<String, List<LoggedRecord>> partitions = new TreeMap<>();
        for (LoggedRecord record : records) {
            partitions
                    .computeIfAbsent(
                            record.topic() + "-" + record.partition(), name -> new ArrayList<>())
                    .add(record);
        }
        List<LogSplit> splits = new ArrayList<>();
        partitions.forEach((name, log) -> splits.add(new LogSplit(name, new ArrayList<>(log))));
        return environment
                .fromSource(new LogSource(splits), new LogClock(), uid)
                .uid(uid)
                .setParallelism(Math.min(environment.getParallelism(), splits.size()));
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public TypeInformation<LoggedRecord> getProducedType() {
        return LoggedRecordSerializer.TYPE;
    }

    @Override
    public SourceReader<LoggedRecord, LogSplit> createReader(SourceReaderContext context) {
        return new LogReader();
    }

    @Override
    public SplitEnumerator<LogSplit, Void> createEnumerator(
            SplitEnumeratorContext<LogSplit> context) {
        return new Partitions(context, partitions);
    }

    @Override
    public SplitEnumerator<LogSplit, Void> restoreEnumerator(
            SplitEnumeratorContext<LogSplit> context, Void checkpoint) {
        return createEnumerator(context);
    }

    @Override
    public SimpleVersionedSerializer<LogSplit> getSplitSerializer() {
        return new LogSplit.Serializer();
    }

    @Override
    public SimpleVersionedSerializer<Void> getEnumeratorCheckpointSerializer() {
        return new SimpleVersionedSerializer<>() {
            @Override
            public int getVersion() {
                return 0;
            }

            @Override
            public byte[] serialize(Void nothing) {
                return new byte[0];
            }

            @Override
            public Void deserialize(int version, byte[] serialized) {
                return null;
            }
        };
    }

    /** Deals the partitions out to the readers, round about. */
    private record Partitions(SplitEnumeratorContext<LogSplit> context, List<LogSplit> partitions)
            implements SplitEnumerator<LogSplit, Void> {
        @Override
        public void start() {}

        @Override
        public void addReader(int subtask) {
            for (int i = subtask; i < partitions.size(); i += context.currentParallelism()) {
                context.assignSplit(partitions.get(i), subtask);
            }
            context.signalNoMoreSplits(subtask);
        }

        @Override
        public void handleSplitRequest(int subtask, String host) {}

        @Override
        public void addSplitsBack(List<LogSplit> splits, int subtask) {
            throw new IllegalStateException("a reader failed, and tests do not start it again");
        }

        @Override
        public Void snapshotState(long checkpointId) {
            return null;
        }

        @Override
        public void close() {}
    }
}
