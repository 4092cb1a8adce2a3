package io.attentionfutures.local.command;

import io.attentionfutures.local.UserError;
import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.local.run.OutputReader;
import io.attentionfutures.pipeline.kafka.KafkaFailure;
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
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes one record to an input topic and waits for what the market answers to it. */
final class Desk {
    private final KafkaConnection kafka;

    Desk(KafkaConnection kafka) {
        this.kafka = kafka;
    }

    /**
     * Places an order command, in the account's own topic where there is one; returns the
     * acknowledgement or rejection, if it came in time.
     *
     * @throws UnreadableAnswerException if it was written, but the answer is not for this principal
     */
    Optional<ExecutionReport> place(OrderCommand command, Duration limit) {
        return place(
                Topic.ORDERS,
                orderTopic(command.getAccount()),
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
                topic.topicName(),
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
            Topic kind,
            String topic,
            String key,
            SpecificRecordBase record,
            Topic answers,
            Duration limit,
            BiFunction<RecordMetadata, SpecificRecordBase, A> recognise) {
        try (OutputReader reader = new OutputReader(kafka, List.of(answers))) {
            reader.skipToEnd();
            RecordMetadata place = write(kind, topic, key, record);
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
        } catch (TopicAuthorizationException e) {
            RecordMetadata place = write(kind, topic, key, record);
            throw new UnreadableAnswerException(
                    "the command is in the log as "
                            + place
                            + ", but this principal may not read "
                            + answers.topicName()
                            + ", which the answer is on",
                    e);
        }
    }

    /** The topic of that account alone, if this principal sees one, else the one of all. */
    private String orderTopic(String account) {
        String own = Topic.ACCOUNT_ORDERS + account;
        try (Admin admin = Admin.create(kafka.properties())) {
            return admin.listTopics().names().get().contains(own) ? own : Topic.ORDERS.topicName();
        } catch (ExecutionException e) {
            throw new UserError(
                    "cannot use Kafka at " + kafka + ": " + KafkaFailure.describe(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted", e);
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

    /** Writes one record and returns its place. */
    RecordMetadata write(Topic to, String key, SpecificRecordBase record) {
        return write(to, to.topicName(), key, record);
    }

    @SuppressWarnings("unchecked")
    private RecordMetadata write(
            Topic kind, String topic, String account, SpecificRecordBase record) {
        RecordCodec<SpecificRecordBase> codec =
                RecordCodec.of((Class<SpecificRecordBase>) kind.record());
        Properties properties = kafka.properties();
        properties.setProperty(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "20000");
        byte[] key = account.getBytes(StandardCharsets.UTF_8);
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
                                    kafka.wire().frame(topic, codec.encode(record))))
                    .get();
        } catch (ExecutionException e) {
            throw new UserError(
                    "the record was not written: " + KafkaFailure.describe(e.getCause()), e);
        } catch (AuthorizationException e) {
            throw new UserError("the record was not written: " + KafkaFailure.describe(e), e);
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
        try (Admin admin = Admin.create(kafka.properties())) {
            long latest =
                    admin.listOffsets(Map.of(partition, OffsetSpec.maxTimestamp()))
                            .partitionResult(partition)
                            .get()
                            .timestamp();
            return latest >= 0 ? latest : System.currentTimeMillis();
        }
    }
}
