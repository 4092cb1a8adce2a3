package io.attentionfutures.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.local.FreePorts;
import io.attentionfutures.local.UserError;
import io.attentionfutures.schemas.Topic;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class MarketTopicsITCase {
    @TempDir private Path folder;

    @Test
    void aReplayKeepsEverythingAndSetsTheTimeOfInputs() throws Exception {
        try (EmbeddedBroker broker = start()) {
            MarketTopics.create(broker.bootstrapServers(), true);

            for (Topic topic : Topic.values()) {
                Map<String, String> config = config(broker, topic);
                assertThat(config.get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG))
                        .isEqualTo("CreateTime");
                assertThat(config.get(TopicConfig.CLEANUP_POLICY_CONFIG))
                        .isEqualTo(topic.compacted() ? "compact" : "delete");
                assertThat(config.get(TopicConfig.RETENTION_MS_CONFIG)).isEqualTo("-1");
                assertThat(partitions(broker, topic)).isEqualTo(topic.compacted() ? 1 : 4);
            }
        }
    }

    @Test
    void aLiveMarketTakesTheBrokersClockAndForgetsAsDocumented() throws Exception {
        try (EmbeddedBroker broker = start()) {
            MarketTopics.create(broker.bootstrapServers(), false);
            // What is there already is left alone.
            MarketTopics.create(broker.bootstrapServers(), true);

            for (Topic topic : Topic.values()) {
                Map<String, String> config = config(broker, topic);
                assertThat(config.get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG))
                        .isEqualTo(topic.input() ? "LogAppendTime" : "CreateTime");
                if (!topic.compacted()) {
                    assertThat(config.get(TopicConfig.RETENTION_MS_CONFIG))
                            .isEqualTo(
                                    Long.toString(
                                            Duration.ofDays(topic.retentionDays()).toMillis()));
                }
            }
        }
    }

    @Test
    void aPortInUseIsToldInOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> EmbeddedBroker.start(folder, port))
                    .isInstanceOf(UserError.class)
                    .hasMessage(
                            "port "
                                    + port
                                    + " is in use: stop what listens there or choose another"
                                    + " port");
            assertThat(EmbeddedBroker.isFree(port)).isFalse();
        }
    }

    @Test
    void aFolderThatIsAFileIsToldInOneLine() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> EmbeddedBroker.start(file, FreePorts.next()))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("cannot write the broker's folder " + file);
    }

    @Test
    void aSecondBrokerOnTheSameFolderHasTheRecordsOfTheFirst() throws Exception {
        List<String> written = List.of("one", "two", "three");
        try (EmbeddedBroker broker = start()) {
            MarketTopics.create(broker.bootstrapServers(), true);
            try (KafkaProducer<byte[], byte[]> producer =
                    new KafkaProducer<>(
                            MarketTopics.properties(broker.bootstrapServers()),
                            new ByteArraySerializer(),
                            new ByteArraySerializer())) {
                for (String value : written) {
                    producer.send(
                                    new ProducerRecord<>(
                                            Topic.ORDERS.topicName(),
                                            2,
                                            1_000L,
                                            null,
                                            value.getBytes(StandardCharsets.UTF_8)))
                            .get();
                }
            }
        }
        try (EmbeddedBroker broker = start()) {
            assertThat(read(broker, new TopicPartition(Topic.ORDERS.topicName(), 2)))
                    .isEqualTo(written);
        }
    }

    private EmbeddedBroker start() {
        return EmbeddedBroker.start(folder.resolve("broker"), FreePorts.next());
    }

    private static Map<String, String> config(EmbeddedBroker broker, Topic topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
        try (Admin admin = admin(broker)) {
            Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            Map<String, String> values = new java.util.HashMap<>();
            config.entries().forEach(entry -> values.put(entry.name(), entry.value()));
            return values;
        }
    }

    private static int partitions(EmbeddedBroker broker, Topic topic) throws Exception {
        try (Admin admin = admin(broker)) {
            return admin.describeTopics(
                            Arrays.stream(Topic.values()).map(Topic::topicName).toList())
                    .allTopicNames()
                    .get()
                    .get(topic.topicName())
                    .partitions()
                    .size();
        }
    }

    private static Admin admin(EmbeddedBroker broker) {
        return Admin.create(MarketTopics.properties(broker.bootstrapServers()));
    }

    private static List<String> read(EmbeddedBroker broker, TopicPartition partition) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        MarketTopics.properties(broker.bootstrapServers()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> record :
                        consumer.poll(Duration.ofMillis(200))) {
                    values.add(new String(record.value(), StandardCharsets.UTF_8));
                }
            }
        }
        return values;
    }
}
