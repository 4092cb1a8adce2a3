package io.attentionfutures.local.audit;

import io.attentionfutures.local.broker.KafkaConnection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The committed records of some partitions, each partition read at its own pace from its beginning
 * to where it ended when this was opened. Only a few thousand records are held. Not thread-safe.
 */
final class PartitionLanes implements AutoCloseable {
    /** Partitions by topic, then number. */
    static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private static final int MOST_WAITING = 2_000;
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Lane> lanes = new TreeMap<>(ORDER);

    private static final class Lane {
        final long begin;
        final long end;
        final Deque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
        boolean fetched;

        Lane(long begin, long end) {
            this.begin = begin;
            this.end = end;
            this.fetched = begin >= end;
        }
    }

    /** Opens all partitions of topics. */
    PartitionLanes(KafkaConnection kafka, Collection<String> topics) {
        Properties properties = kafka.properties();
        properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "2000");
        properties.setProperty(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, "8388608");
        properties.setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "10");
        consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            for (PartitionInfo info : consumer.partitionsFor(topic)) {
                partitions.add(new TopicPartition(info.topic(), info.partition()));
            }
        }
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        for (TopicPartition partition : partitions) {
            lanes.put(partition, new Lane(begins.get(partition), ends.get(partition)));
            consumer.seek(partition, begins.get(partition));
        }
    }

    /** Returns the partitions in order. */
    List<TopicPartition> partitions() {
        return List.copyOf(lanes.keySet());
    }

    /** Returns where each partition ended when this was opened. */
    Map<TopicPartition, Long> ends() {
        Map<TopicPartition, Long> ends = new TreeMap<>(ORDER);
        lanes.forEach((partition, lane) -> ends.put(partition, lane.end));
        return ends;
    }

    /** Whether the first records of a partition are no longer kept. */
    boolean isCut(TopicPartition partition) {
        return lanes.get(partition).begin > 0;
    }

    /** Goes back or ahead to an offset of a partition. */
    void seek(TopicPartition partition, long offset) {
        Lane lane = lanes.get(partition);
        lane.waiting.clear();
        long from = Math.max(lane.begin, offset);
        lane.fetched = from >= lane.end;
        consumer.seek(partition, from);
    }

    /** Returns the next record of a partition without taking it; null at its end. */
    ConsumerRecord<byte[], byte[]> peek(TopicPartition partition) {
        Lane lane = lanes.get(partition);
        while (lane.waiting.isEmpty() && !lane.fetched) {
            fetch();
        }
        return lane.waiting.peek();
    }

    /** Removes and returns the next record of a partition; null at its end. */
    ConsumerRecord<byte[], byte[]> take(TopicPartition partition) {
        return peek(partition) == null ? null : lanes.get(partition).waiting.poll();
    }

    private void fetch() {
        List<TopicPartition> full = new ArrayList<>();
        List<TopicPartition> hungry = new ArrayList<>();
        lanes.forEach(
                (partition, lane) ->
                        (lane.fetched || lane.waiting.size() >= MOST_WAITING ? full : hungry)
                                .add(partition));
        consumer.pause(full);
        consumer.resume(hungry);
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            Lane lane = lanes.get(new TopicPartition(record.topic(), record.partition()));
            if (record.offset() < lane.end) {
                lane.waiting.add(record);
            }
        }
        for (TopicPartition partition : hungry) {
            Lane lane = lanes.get(partition);
            lane.fetched = consumer.position(partition) >= lane.end;
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
