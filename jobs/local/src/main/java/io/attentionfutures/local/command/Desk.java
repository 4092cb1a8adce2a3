package io.attentionfutures.local.command;

import io.attentionfutures.local.UserError;
import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.local.run.OutputReader;
import io.attentionfutures.schemas.AuditRecord;
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
import java.util.function.BiFunction;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes one record to an input topic and waits for what the market answers to it. */
final class Desk {
    private final String bootstrapServers;

    Desk(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Places an order command; returns the acknowledgement or rejection, if it came in time. */
    Optional<ExecutionReport> place(OrderCommand command, Duration limit) {
        return place(
                Topic.ORDERS,
                command.getAccount(),
                command,
                Topic.EXECUTIONS,
                limit,
                (place, answer) -> {
                    ExecutionReport report = (ExecutionReport) answer;
                    return isAt(
                                    place,
                                    report.getSourceTopic(),
                                    report.getSourcePartition(),
                                    report.getSourceOffset())
                            ? report
                            : null;
                });
    }

    /** Gives an instruction; returns the decision about it, if it came in time. */
    Optional<AuditRecord> instruct(
            Topic topic, String key, SpecificRecordBase instruction, Duration limit) {
        return place(
                topic,
                key,
                instruction,
                Topic.AUDIT,
                limit,
                (place, answer) -> {
                    AuditRecord decided = (AuditRecord) answer;
                    return isAt(
                                    place,
                                    decided.getSourceTopic(),
                                    decided.getSourcePartition(),
                                    decided.getSourceOffset())
                            ? decided
                            : null;
                });
    }

    private <A> Optional<A> place(
            Topic topic,
            String key,
            SpecificRecordBase record,
            Topic answers,
            Duration limit,
            BiFunction<RecordMetadata, SpecificRecordBase, A> recognise) {
        try (OutputReader reader = new OutputReader(bootstrapServers, List.of(answers))) {
            reader.skipToEnd();
            RecordMetadata place = write(topic, key, record);
            AtomicReference<A> answer = new AtomicReference<>();
            long deadline = System.nanoTime() + limit.toNanos();
            while (answer.get() == null && System.nanoTime() < deadline) {
                reader.poll(
                        Duration.ofMillis(100),
                        candidate -> {
                            A recognised = recognise.apply(place, candidate);
                            if (recognised != null) {
                                answer.set(recognised);
                            }
                        });
            }
            return Optional.ofNullable(answer.get());
        }
    }

    private static boolean isAt(
            RecordMetadata place, String topic, Integer partition, Long offset) {
        return place.topic().equals(topic)
                && partition != null
                && partition == place.partition()
                && offset != null
                && offset == place.offset();
    }

    @SuppressWarnings("unchecked")
    /** Writes one record and returns its place. */
    RecordMetadata write(Topic to, String account, SpecificRecordBase record) {
        RecordCodec<SpecificRecordBase> codec =
                RecordCodec.of((Class<SpecificRecordBase>) to.record());
        Properties properties = MarketTopics.properties(bootstrapServers);
        properties.setProperty(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "20000");
        byte[] key = account.getBytes(StandardCharsets.UTF_8);
        String topic = to.topicName();
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
                                    codec.encode(record)))
                    .get();
        } catch (ExecutionException e) {
            throw new UserError("the record was not written: " + e.getCause().getMessage(), e);
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
