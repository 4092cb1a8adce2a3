package io.attentionfutures.local.replay;

import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.pipeline.log.Heartbeat;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes the input topics of a replay in transactions, each of which also says up to which time
 * everything is written. A replay that was killed goes on from there: nothing is missing, nothing is
 * twice.
 */
final class ReplayLog implements AutoCloseable {
    private static final String TRANSACTIONAL_ID = "afm-replay";

    private final Producer<byte[], byte[]> producer;
    private final Map<Topic, RecordCodec<SpecificRecordBase>> codecs = new EnumMap<>(Topic.class);
    private final Map<Topic, Integer> partitions = new EnumMap<>(Topic.class);
    private final Map<TopicPartition, Long> lastHeartbeats = new HashMap<>();
    private boolean open;
    private long records;

    ReplayLog(String bootstrapServers) {
        Properties properties = MarketTopics.properties(bootstrapServers);
        properties.setProperty(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
        properties.setProperty(ProducerConfig.LINGER_MS_CONFIG, "5");
        properties.setProperty(ProducerConfig.BATCH_SIZE_CONFIG, "131072");
        properties.setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.setProperty(ProducerConfig.MAX_BLOCK_MS_CONFIG, "30000");
        producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        for (Topic topic : Topic.inputs()) {
            partitions.put(topic, producer.partitionsFor(topic.topicName()).size());
            codecs.put(topic, codec(topic));
        }
    }

    @SuppressWarnings("unchecked")
    private static RecordCodec<SpecificRecordBase> codec(Topic topic) {
        return RecordCodec.of((Class<SpecificRecordBase>) topic.record());
    }

    /** Returns the time before which everything is written, if a replay was begun before. */
    static OptionalLong progress(String bootstrapServers) {
        Properties properties = MarketTopics.properties(bootstrapServers);
        properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(Replayer.PROGRESS_TOPIC, 0);
            List<PartitionInfo> known = consumer.partitionsFor(Replayer.PROGRESS_TOPIC);
            if (known == null || known.isEmpty()) {
                return OptionalLong.empty();
            }
            consumer.assign(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            // The last offsets may be markers of transactions; a few steps back there is a record.
            for (long from = Math.max(0, end - 16); ; from = Math.max(0, from - 1024)) {
                OptionalLong found = lastProgress(consumer, partition, from, end);
                if (found.isPresent() || from == 0) {
                    return found;
                }
            }
        }
    }

    private static OptionalLong lastProgress(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long from, long end) {
        consumer.seek(partition, from);
        OptionalLong last = OptionalLong.empty();
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                last =
                        OptionalLong.of(
                                Long.parseLong(
                                        new String(record.value(), StandardCharsets.UTF_8)));
            }
        }
        return last;
    }

    void write(Topic topic, long timeMillis, String key, SpecificRecordBase value) {
        begin();
        producer.send(
                new ProducerRecord<>(
                        topic.topicName(),
                        null,
                        timeMillis,
                        key.getBytes(StandardCharsets.UTF_8),
                        codecs.get(topic).encode(value)));
        records++;
    }

    /** Writes a heartbeat to every partition of every input topic. */
    void heartbeat(long timeMillis) {
        begin();
        for (Map.Entry<Topic, Integer> topic : partitions.entrySet()) {
            for (int partition = 0; partition < topic.getValue(); partition++) {
                producer.send(
                        Heartbeat.record(topic.getKey().topicName(), partition, timeMillis),
                        (written, failure) -> remember(written, failure));
            }
        }
    }

    private void remember(RecordMetadata written, Exception failure) {
        if (failure == null) {
            synchronized (lastHeartbeats) {
                lastHeartbeats.put(
                        new TopicPartition(written.topic(), written.partition()),
                        written.offset());
            }
        }
    }

    private void begin() {
        if (!open) {
            producer.beginTransaction();
            open = true;
        }
    }

    /** Commits what was written, with the word that everything before a time is. */
    void commit(long writtenBeforeMillis) {
        begin();
        producer.send(
                new ProducerRecord<>(
                        Replayer.PROGRESS_TOPIC,
                        Long.toString(writtenBeforeMillis).getBytes(StandardCharsets.UTF_8)));
        producer.commitTransaction();
        open = false;
    }

    /** Returns the records written by this process, heartbeats not counted. */
    long records() {
        return records;
    }

    /** Returns the offset of the last heartbeat in each partition. */
    Map<TopicPartition, Long> lastHeartbeats() {
        synchronized (lastHeartbeats) {
            return Map.copyOf(lastHeartbeats);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
