package io.attentionfutures.local.replay;

import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.pipeline.log.Heartbeat;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How far a replay has come in one partition. Every record of a replay bears its number in the
 * partition, so the log itself says where to go on.
 *
 * @param records records of the replay, heartbeats not counted
 * @param heartbeatMillis time of the last heartbeat, {@code Long.MIN_VALUE} for none
 */
record PartitionTail(long records, long heartbeatMillis) {
    /** Nothing is written. */
    static final PartitionTail EMPTY = new PartitionTail(0, Long.MIN_VALUE);

    private static final String HEADER = "afm-replay";
    private static final int FIRST_STEP_BACK = 64;

    /** Returns the header of the replay's n-th record in a partition, counted from 0. */
    static Header header(long number) {
        return new RecordHeader(HEADER, ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    /** Reads the tails of a topic's partitions. */
    static Map<TopicPartition, PartitionTail> read(KafkaConnection kafka, String topic) {
        Properties properties = kafka.properties();
        // A fetch that waits at the end of one partition holds up the next one.
        properties.setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "10");
        Map<TopicPartition, PartitionTail> tails = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (PartitionInfo info : consumer.partitionsFor(topic)) {
                TopicPartition partition = new TopicPartition(topic, info.partition());
                tails.put(partition, read(consumer, partition));
            }
        }
        return tails;
    }

    private static PartitionTail read(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
        List<TopicPartition> assignment = List.of(partition);
        consumer.assign(assignment);
        long end = consumer.endOffsets(assignment).get(partition);
        long begin = consumer.beginningOffsets(assignment).get(partition);
        PartitionTail tail = EMPTY;
        for (long back = FIRST_STEP_BACK; ; back *= 8) {
            long from = Math.max(begin, end - back);
            tail = scan(consumer, partition, from, end);
            boolean complete = tail.records > 0 && tail.heartbeatMillis > Long.MIN_VALUE;
            if (complete || from == begin) {
                return tail;
            }
        }
    }

    private static PartitionTail scan(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long from, long end) {
        consumer.seek(partition, from);
        long records = 0;
        long heartbeat = Long.MIN_VALUE;
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                Header number = record.headers().lastHeader(HEADER);
                if (number != null) {
                    records = ByteBuffer.wrap(number.value()).getLong() + 1;
                } else if (Heartbeat.matches(record)) {
                    heartbeat = record.timestamp();
                }
            }
        }
        return new PartitionTail(records, heartbeat);
    }
}
