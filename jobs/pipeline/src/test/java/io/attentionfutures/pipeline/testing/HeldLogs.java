package io.attentionfutures.pipeline.testing;

import io.attentionfutures.pipeline.log.LogClock;
import io.attentionfutures.pipeline.log.LoggedRecord;
import io.attentionfutures.pipeline.log.LoggedRecordSerializer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
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
 * Reads logs from memory as the Kafka source reads topics, with the place in each partition as its
 * state. A partition may be held at a place: there the source waits, for a savepoint to be taken.
 */
final class HeldLogs
        implements Source<LoggedRecord, LogPlace, Void>, ResultTypeQueryable<LoggedRecord> {
    private static final long serialVersionUID = 1L;

    /** One for each partition that is to be held; readers are in the same process. */
    static final class Holds {
        private static volatile CountDownLatch awaited = new CountDownLatch(0);

        private Holds() {}

        static void expect(int partitions) {
            awaited = new CountDownLatch(partitions);
        }

        static CountDownLatch awaited() {
            return awaited;
        }
    }

    private final InputLog log;
    private final TreeSet<String> topics;
    private final HashMap<String, Integer> holds;

    private HeldLogs(InputLog log, TreeSet<String> topics, Map<String, Integer> holds) {
        this.log = log;
        this.topics = topics;
        this.holds = new HashMap<>(holds);
    }

    /**
     * Adds a source with no more subtasks than there are partitions.
     *
     * @param topics names of topics, or what they begin with if that ends with a dot
     * @param holds by partition, how many records are read before it waits
     */
    static DataStream<LoggedRecord> add(
            StreamExecutionEnvironment environment,
            String uid,
            InputLog log,
            List<String> topics,
            Map<String, Integer> holds) {
        TreeSet<String> partitions = log.partitions(topics);
        return environment
                .fromSource(new HeldLogs(log, partitions, holds), new LogClock(), uid)
                .uid(uid)
                .setParallelism(Math.min(environment.getParallelism(), partitions.size()));
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
    public SourceReader<LoggedRecord, LogPlace> createReader(SourceReaderContext context) {
        return new HeldLogReader(log, holds);
    }

    @Override
    public SplitEnumerator<LogPlace, Void> createEnumerator(
            SplitEnumeratorContext<LogPlace> context) {
        return new Partitions(
                context, topics.stream().map(partition -> new LogPlace(partition, 0)).toList());
    }

    /** The readers know their places. */
    @Override
    public SplitEnumerator<LogPlace, Void> restoreEnumerator(
            SplitEnumeratorContext<LogPlace> context, Void checkpoint) {
        return new Partitions(context, List.of());
    }

    @Override
    public SimpleVersionedSerializer<LogPlace> getSplitSerializer() {
        return new PlaceSerializer();
    }

    @Override
    public SimpleVersionedSerializer<Void> getEnumeratorCheckpointSerializer() {
        return new NothingSerializer();
    }

    private static final class PlaceSerializer implements SimpleVersionedSerializer<LogPlace> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(LogPlace place) {
            byte[] name = place.partition().getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(Integer.BYTES + name.length)
                    .putInt(place.next())
                    .put(name)
                    .array();
        }

        @Override
        public LogPlace deserialize(int version, byte[] serialized) {
            ByteBuffer bytes = ByteBuffer.wrap(serialized);
            int next = bytes.getInt();
            return new LogPlace(StandardCharsets.UTF_8.decode(bytes).toString(), next);
        }
    }

    private static final class NothingSerializer implements SimpleVersionedSerializer<Void> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(Void nothing) {
            return new byte[0];
        }

        @Override
        public Void deserialize(int version, byte[] serialized) {
            return null;
        }
    }

    /** Deals the partitions out to the readers, round about. */
    private record Partitions(SplitEnumeratorContext<LogPlace> context, List<LogPlace> places)
            implements SplitEnumerator<LogPlace, Void> {
        @Override
        public void start() {}

        @Override
        public void addReader(int subtask) {
            for (int i = subtask; i < places.size(); i += context.currentParallelism()) {
                context.assignSplit(places.get(i), subtask);
            }
            context.signalNoMoreSplits(subtask);
        }

        @Override
        public void handleSplitRequest(int subtask, String host) {}

        @Override
        public void addSplitsBack(List<LogPlace> splits, int subtask) {
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
