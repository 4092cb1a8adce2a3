package io.attentionfutures.local.run;

import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads committed records of public topics from the beginning, decoded. What anybody may write and
 * cannot be decoded is left out, as it is on {@code afm.dead-letters}. Not thread-safe.
 */
public final class OutputReader implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<Topic, RecordCodec<? extends SpecificRecordBase>> codecs =
            new EnumMap<>(Topic.class);
    private final List<TopicPartition> partitions = new ArrayList<>();

    /** Opens topics. */
    public OutputReader(KafkaConnection kafka, Collection<Topic> topics) {
        Properties properties = kafka.properties();
        properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "5000");
        properties.setProperty(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, "8388608");
        consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        for (Topic topic : topics) {
            codecs.put(topic, kafka.wire().codec(topic.record()));
            for (PartitionInfo partition : consumer.partitionsFor(topic.topicName())) {
                partitions.add(new TopicPartition(partition.topic(), partition.partition()));
            }
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Goes to the end of all topics: only what comes from now on is read. */
    public void skipToEnd() {
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Hands over what has come within the time limit. */
    public void poll(Duration limit, Consumer<SpecificRecordBase> receiver) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(limit)) {
            if (record.value() == null) {
                continue;
            }
            Topic topic = Topic.of(record.topic()).orElseThrow();
            try {
                receiver.accept(codecs.get(topic).decode(record.value()));
            } catch (MalformedRecordException e) {
                if (topic.input()) {
                    continue;
                }
                throw new IllegalStateException(
                        record.topic()
                                + "-"
                                + record.partition()
                                + "@"
                                + record.offset()
                                + " cannot be decoded: "
                                + e.getMessage(),
                        e);
            }
        }
    }

    /** Hands over everything up to where the topics end now. */
    public void drain(Consumer<SpecificRecordBase> receiver) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
            poll(Duration.ofMillis(200), receiver);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
