package io.attentionfutures.benchmarks.chaos;

import io.attentionfutures.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads whole topics, committed records only, each partition in its order. */
final class TopicRecords {
    private TopicRecords() {}

    /** Hands over everything up to where the topics end for committed readers now. */
    static void forEach(
            Properties clients,
            Collection<Topic> topics,
            Consumer<ConsumerRecord<byte[], byte[]>> receiver) {
        try (KafkaConsumer<byte[], byte[]> consumer = open(clients, topics)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (consumer.assignment().stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(receiver);
            }
        }
    }

    /** Returns a consumer at the beginning of all partitions of topics. */
    static KafkaConsumer<byte[], byte[]> open(Properties clients, Collection<Topic> topics) {
        Properties properties = new Properties();
        properties.putAll(clients);
        properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "5000");
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic topic : topics) {
            for (PartitionInfo partition : consumer.partitionsFor(topic.topicName())) {
                partitions.add(new TopicPartition(partition.topic(), partition.partition()));
            }
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }
}
