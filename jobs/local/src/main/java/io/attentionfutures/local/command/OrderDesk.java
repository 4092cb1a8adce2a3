package io.attentionfutures.local.command;

import io.attentionfutures.local.UserError;
import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.local.run.OutputReader;
import io.attentionfutures.schemas.ExecutionReport;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Places one command and waits for the market's answer. */
final class OrderDesk {
    private final String bootstrapServers;

    OrderDesk(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Places a command.
     *
     * @return the acknowledgement or rejection; empty if none came in time
     */
    Optional<ExecutionReport> place(OrderCommand command, Duration limit) {
        try (OutputReader reports = new OutputReader(bootstrapServers, List.of(Topic.EXECUTIONS))) {
            reports.skipToEnd();
            RecordMetadata place = write(command);
            AtomicReference<ExecutionReport> answer = new AtomicReference<>();
            long deadline = System.nanoTime() + limit.toNanos();
            while (answer.get() == null && System.nanoTime() < deadline) {
                reports.poll(
                        Duration.ofMillis(100),
                        record -> {
                            ExecutionReport report = (ExecutionReport) record;
                            if (answers(report, place)) {
                                answer.set(report);
                            }
                        });
            }
            return Optional.ofNullable(answer.get());
        }
    }

    private static boolean answers(ExecutionReport report, RecordMetadata place) {
        return place.topic().equals(report.getSourceTopic())
                && report.getSourcePartition() != null
                && report.getSourcePartition() == place.partition()
                && report.getSourceOffset() == place.offset();
    }

    private RecordMetadata write(OrderCommand command) {
        Properties properties = MarketTopics.properties(bootstrapServers);
        properties.setProperty(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "20000");
        byte[] key = command.getAccount().getBytes(StandardCharsets.UTF_8);
        String topic = Topic.ORDERS.topicName();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            int partition =
                    BuiltInPartitioner.partitionForKey(key, producer.partitionsFor(topic).size());
            return producer.send(
                            new ProducerRecord<>(
                                    topic,
                                    partition,
                                    latestTime(new TopicPartition(topic, partition)),
                                    key,
                                    RecordCodec.of(OrderCommand.class).encode(command)))
                    .get();
        } catch (ExecutionException e) {
            throw new UserError("the order was not written: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted", e);
        }
    }

    /**
     * The time that a replay's clock shows: its partition's latest. A later one would pull the
     * clock forward. Where the broker sets the time, this is ignored.
     */
    private long latestTime(TopicPartition partition)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(MarketTopics.properties(bootstrapServers))) {
            long latest =
                    admin.listOffsets(Map.of(partition, OffsetSpec.maxTimestamp()))
                            .partitionResult(partition)
                            .get()
                            .timestamp();
            return latest >= 0 ? latest : System.currentTimeMillis();
        }
    }
}
