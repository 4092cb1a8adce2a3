package io.attentionfutures.local.audit;

import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.schemas.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Copies a market's topics to other brokers, and may tamper with them on the way. */
final class TopicsCopy {
    private TopicsCopy() {}

    /**
     * Copies every record.
     *
     * @param tampering what is written in a record's place: itself, nothing, or others
     */
    static void copy(
            String from,
            String to,
            Function<ConsumerRecord<byte[], byte[]>, List<byte[]>> tampering)
            throws Exception {
        MarketTopics.create(to, true);
        Properties properties = MarketTopics.properties(to);
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        List<String> topics = Arrays.stream(Topic.values()).map(Topic::topicName).toList();
        try (PartitionLanes lanes = new PartitionLanes(KafkaConnection.plain(from), topics);
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(
                                properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (TopicPartition partition : lanes.partitions()) {
                ConsumerRecord<byte[], byte[]> record;
                while ((record = lanes.take(partition)) != null) {
                    Iterator<byte[]> values = tampering.apply(record).iterator();
                    while (values.hasNext()) {
                        sent.add(
                                producer.send(
                                        new ProducerRecord<>(
                                                record.topic(),
                                                record.partition(),
                                                record.timestamp(),
                                                record.key(),
                                                values.next(),
                                                record.headers())));
                    }
                }
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
    }
}
