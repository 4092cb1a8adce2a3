package io.attentionfutures.local.replay;

import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.pipeline.log.Heartbeat;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.RecordCodec;
import io.attentionfutures.schemas.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes the input topics of a replay. What is written is the same sequence in each partition every
 * time; what an earlier process has written of it already is left out, so a replay that was killed
 * goes on where it stopped: nothing is missing, nothing is twice, and every offset is what it would
 * have been.
 */
final class ReplayLog implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final Map<Topic, RecordCodec<SpecificRecordBase>> codecs = new EnumMap<>(Topic.class);
    private final WireFormat wire;
    private final Map<Topic, Integer> partitions = new EnumMap<>(Topic.class);
    private final Map<TopicPartition, PartitionTail> written = new HashMap<>();
    private final Map<TopicPartition, Long> numbers = new HashMap<>();
    private final Map<TopicPartition, Long> lastHeartbeats = new ConcurrentHashMap<>();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private long records;
    private long sent;

    ReplayLog(KafkaConnection kafka) {
        wire = kafka.wire();
        Properties properties = kafka.properties();
        properties.setProperty(ProducerConfig.LINGER_MS_CONFIG, "5");
        properties.setProperty(ProducerConfig.BATCH_SIZE_CONFIG, "131072");
        properties.setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.setProperty(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "30000");
        properties.setProperty(ProducerConfig.MAX_BLOCK_MS_CONFIG, "30000");
        producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer());
        for (Topic topic : Topic.inputs()) {
            Map<TopicPartition, PartitionTail> tails = PartitionTail.read(kafka, topic.topicName());
            written.putAll(tails);
            partitions.put(topic, tails.size());
            codecs.put(topic, codec(topic));
        }
    }

    @SuppressWarnings("unchecked")
    private static RecordCodec<SpecificRecordBase> codec(Topic topic) {
        return RecordCodec.of((Class<SpecificRecordBase>) topic.record());
    }

    /**
     * Returns the time before which everything is written; {@code Long.MIN_VALUE} if nothing is.
     */
    long writtenBeforeMillis() {
        return written.values().stream()
                .mapToLong(PartitionTail::heartbeatMillis)
                .min()
                .orElse(Long.MIN_VALUE);
    }

    /** Writes the next record of a topic, unless it is there already. */
    void write(Topic topic, long timeMillis, String key, SpecificRecordBase value) {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        TopicPartition partition =
                new TopicPartition(
                        topic.topicName(),
                        BuiltInPartitioner.partitionForKey(keyBytes, partitions.get(topic)));
        long number = numbers.merge(partition, 1L, Long::sum) - 1;
        records++;
        if (number >= written.get(partition).records()) {
            sent++;
            send(
                    new ProducerRecord<>(
                            partition.topic(),
                            partition.partition(),
                            timeMillis,
                            keyBytes,
                            wire.frame(partition.topic(), codecs.get(topic).encode(value)),
                            List.of(PartitionTail.header(number))),
                    (metadata, problem) -> noteFailure(problem));
        }
    }

    /** Writes a heartbeat to every partition that does not have it. */
    void heartbeat(long timeMillis) {
        written.forEach(
                (partition, tail) -> {
                    if (timeMillis > tail.heartbeatMillis()) {
                        beat(partition, timeMillis);
                    }
                });
    }

    /** Writes a heartbeat to every partition, and waits until they are written. */
    void repeatHeartbeat(long timeMillis) {
        written.keySet().forEach(partition -> beat(partition, timeMillis));
        producer.flush();
        requireNoFailure();
    }

    private void beat(TopicPartition partition, long timeMillis) {
        send(
                Heartbeat.record(partition.topic(), partition.partition(), timeMillis),
                (metadata, problem) -> {
                    noteFailure(problem);
                    if (problem == null) {
                        lastHeartbeats.put(partition, metadata.offset());
                    }
                });
    }

    private void send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        requireNoFailure();
        producer.send(record, callback);
    }

    private void noteFailure(Exception problem) {
        if (problem != null) {
            failure.compareAndSet(null, problem);
        }
    }

    private void requireNoFailure() {
        Exception problem = failure.get();
        if (problem != null) {
            throw new KafkaException("cannot write to Kafka: " + problem.getMessage(), problem);
        }
    }

    /** Returns the records of the replay so far, heartbeats not counted. */
    long records() {
        return records;
    }

    /** Returns those of them that this process has sent. */
    long sent() {
        return sent;
    }

    /** Returns the offset of the last heartbeat in each partition. */
    Map<TopicPartition, Long> lastHeartbeats() {
        return Map.copyOf(lastHeartbeats);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
