package io.attentionfutures.local.replay;

import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** All records of the input topics, by partition. */
record LogCopy(Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> partitions) {
    /** Reads everything that is there. */
    static LogCopy read(String bootstrapServers) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> partitions =
                new TreeMap<>(
                        Comparator.comparing(TopicPartition::topic)
                                .thenComparingInt(TopicPartition::partition));
        Properties properties = MarketTopics.properties(bootstrapServers);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (Topic topic : Topic.inputs()) {
                for (PartitionInfo info : consumer.partitionsFor(topic.topicName())) {
                    partitions.put(
                            new TopicPartition(info.topic(), info.partition()), new ArrayList<>());
                }
            }
            consumer.assign(partitions.keySet());
            consumer.seekToBeginning(partitions.keySet());
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions.keySet());
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record :
                        consumer.poll(Duration.ofMillis(200))) {
                    partitions
                            .get(new TopicPartition(record.topic(), record.partition()))
                            .add(record);
                }
            }
        }
        return new LogCopy(partitions);
    }

    /** Writes the first records of each partition, as many as are named, to other brokers. */
    void writeBeginning(String bootstrapServers, Map<TopicPartition, Integer> counts) {
        Properties properties = MarketTopics.properties(bootstrapServers);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            partitions.forEach(
                    (partition, records) ->
                            records.subList(0, counts.get(partition))
                                    .forEach(record -> producer.send(copy(record))));
            producer.flush();
        }
    }

    private static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(
                record.topic(),
                record.partition(),
                record.timestamp(),
                record.key(),
                record.value(),
                record.headers());
    }

    /**
     * Returns each partition as text, a record a line, up to and with its first heartbeat at a
     * time; later ones say nothing new.
     */
    Map<String, List<String>> until(long endMillis) {
        Map<String, List<String>> text = new TreeMap<>();
        partitions.forEach(
                (partition, records) -> {
                    List<String> lines = new ArrayList<>();
                    boolean ended = false;
                    for (ConsumerRecord<byte[], byte[]> record : records) {
                        boolean last = record.value() == null && record.timestamp() == endMillis;
                        if (ended && !last) {
                            lines.add("after the end: " + line(record));
                        } else if (!ended) {
                            lines.add(line(record));
                        }
                        ended |= last;
                    }
                    text.put(partition.toString(), lines);
                });
        return text;
    }

    private static String line(ConsumerRecord<byte[], byte[]> record) {
        List<String> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            headers.add(header.key() + "=" + hex(header.value()));
        }
        return String.join(
                " ",
                Arrays.asList(
                        Long.toString(record.offset()),
                        record.timestampType().toString(),
                        Long.toString(record.timestamp()),
                        hex(record.key()),
                        hex(record.value()),
                        headers.toString()));
    }

    private static String hex(byte[] bytes) {
        return bytes == null ? "null" : HexFormat.of().formatHex(bytes);
    }
}
