package io.attentionfutures.local.audit;

import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.pipeline.clearing.InstructionDecoder;
import io.attentionfutures.pipeline.clearing.OrderDecoder;
import io.attentionfutures.pipeline.clearing.ReferenceDataDecoder;
import io.attentionfutures.pipeline.clearing.SegmentEvent;
import io.attentionfutures.pipeline.clearing.SegmentRouting;
import io.attentionfutures.pipeline.log.LoggedRecord;
import io.attentionfutures.pipeline.log.OfflineDecoder;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.WireFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What others wrote for the clearing house: orders, transfers, directives and reference data. */
final class InputLog implements AutoCloseable {
    private static final Set<Topic> LEFT_OUT = EnumSet.of(Topic.TELEMETRY, Topic.MODELS);

    private final PartitionLanes lanes;
    private final Map<Topic, OfflineDecoder<SegmentEvent>> decoders = new EnumMap<>(Topic.class);
    private final Map<TopicPartition, Long> reached = new HashMap<>();
    private final Map<TopicPartition, Set<Long>> compactedOffsets = new HashMap<>();
    private final List<String> cut = new ArrayList<>();
    private long records;

    /**
     * Opens the input topics that reach the clearing house.
     *
     * @param inputTopics all input topics; telemetry and models, whose outcomes are taken as
     *     published, are left out
     */
    InputLog(KafkaConnection kafka, Collection<String> inputTopics, SegmentRouting routing) {
        lanes =
                new PartitionLanes(
                        kafka,
                        inputTopics.stream()
                                .filter(name -> !LEFT_OUT.contains(kind(name)))
                                .toList());
        WireFormat wire = kafka.wire();
        OfflineDecoder<SegmentEvent> instructions =
                new OfflineDecoder<>(new InstructionDecoder().framedAs(wire));
        OfflineDecoder<SegmentEvent> reference =
                new OfflineDecoder<>(new ReferenceDataDecoder(routing).framedAs(wire));
        decoders.put(Topic.ORDERS, new OfflineDecoder<>(new OrderDecoder(routing).framedAs(wire)));
        decoders.put(Topic.COLLATERAL, instructions);
        decoders.put(Topic.DIRECTIVES, instructions);
        decoders.put(Topic.CONTRACTS, reference);
        decoders.put(Topic.ACCOUNTS, reference);
        for (TopicPartition partition : lanes.partitions()) {
            reached.put(partition, Long.MIN_VALUE);
            if (kind(partition.topic()).compacted()) {
                compactedOffsets.put(partition, offsets(partition));
            } else {
                Cuts.note(lanes, partition, cut);
            }
        }
    }

    private static Topic kind(String name) {
        return Topic.of(name).orElseThrow();
    }

    private Set<Long> offsets(TopicPartition partition) {
        Set<Long> offsets = new HashSet<>();
        ConsumerRecord<byte[], byte[]> record;
        while ((record = lanes.take(partition)) != null) {
            offsets.add(record.offset());
        }
        lanes.seek(partition, 0);
        return offsets;
    }

    /** Whether a record of a compacted topic was there once and is no longer kept. */
    boolean isCompactedAway(String topic, int partition, long offset) {
        TopicPartition source = new TopicPartition(topic, partition);
        Set<Long> offsets = compactedOffsets.get(source);
        return offsets != null && offset < lanes.ends().get(source) && !offsets.contains(offset);
    }

    /** Returns what is no longer kept, for people. */
    List<String> cut() {
        return cut;
    }

    /** Hands over all events up to a time that it has not handed over yet, and maybe a few more. */
    void until(long timeMillis, Consumer<SegmentEvent> receiver) {
        for (TopicPartition partition : lanes.partitions()) {
            OfflineDecoder<SegmentEvent> decoder = decoders.get(kind(partition.topic()));
            while (reached.get(partition) <= timeMillis) {
                ConsumerRecord<byte[], byte[]> record = lanes.take(partition);
                if (record == null) {
                    reached.put(partition, Long.MAX_VALUE);
                } else {
                    LoggedRecord logged = LoggedRecord.of(record);
                    records += logged.heartbeat() ? 0 : 1;
                    reached.put(partition, decoder.decode(logged, receiver));
                }
            }
        }
    }

    /** Returns a time before which no further event can come. */
    long reachedMillis() {
        return reached.values().stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
    }

    /** Returns the records read, heartbeats not counted. */
    long records() {
        return records;
    }

    @Override
    public void close() {
        lanes.close();
    }
}
