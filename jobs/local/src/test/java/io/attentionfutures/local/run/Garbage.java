package io.attentionfutures.local.run;

import io.attentionfutures.local.SmallTrace;
import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.schemas.Account;
import io.attentionfutures.schemas.CollateralTransfer;
import io.attentionfutures.schemas.Directive;
import io.attentionfutures.schemas.DirectiveAction;
import io.attentionfutures.schemas.ModelRelease;
import io.attentionfutures.schemas.OrderAction;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.Role;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.TransferKind;
import io.attentionfutures.schemas.UsageSample;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes records to input topics that are not what belongs there. */
final class Garbage implements AutoCloseable {
    /** Long before any run: where the log's clock is later, it stays where it is. */
    private static final long TIME_MILLIS = SmallTrace.START.toEpochMilli() - 86_400_000;

    private static final byte[] KEY = "garbage".getBytes(StandardCharsets.UTF_8);

    private static final String NEITHER_FORM =
            "neither Confluent framing nor an Avro single-object record: ";

    private final KafkaProducer<byte[], byte[]> producer;
    private final SplittableRandom random = new SplittableRandom(42);

    /** A record that was written, and what its dead letter has to say. */
    record Written(
            String place, long timeMillis, byte[] key, byte[] value, String reason, String error) {}

    Garbage(String bootstrapServers) {
        producer =
                new KafkaProducer<>(
                        MarketTopics.properties(bootstrapServers),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    /** Writes one record of each kind to each of the topics. */
    List<Written> writeAll() throws Exception {
        List<Written> written = new ArrayList<>();
        for (Topic topic :
                List.of(
                        Topic.TELEMETRY,
                        Topic.ORDERS,
                        Topic.CONTRACTS,
                        Topic.COLLATERAL,
                        Topic.DIRECTIVES,
                        Topic.MODELS)) {
            String type = topic.record().getSimpleName();
            byte[] noise = new byte[64];
            random.nextBytes(noise);
            noise[0] = 0;
            written.add(malformed(topic, noise, "the schema registry has no Avro schema of id "));
            byte[] neither = noise.clone();
            neither[0] = 1;
            written.add(malformed(topic, neither, NEITHER_FORM + "64 bytes"));
            written.add(malformed(topic, new byte[0], NEITHER_FORM + "0 bytes"));
            byte[] whole = valid(topic);
            written.add(
                    malformed(
                            topic,
                            Arrays.copyOf(whole, whole.length - 3),
                            "truncated or damaged " + type));
            written.add(
                    malformed(
                            topic,
                            Arrays.copyOf(whole, whole.length + 1),
                            "bytes are left after the end of " + type));
            byte[] other = account();
            written.add(malformed(topic, other, "schema fingerprint "));
            written.add(write(topic, null, "NULL_VALUE", "the record has no value"));
        }
        return written;
    }

    /** Writes a good sample of a window that has closed. */
    Written writeLateSample() throws Exception {
        return write(Topic.TELEMETRY, valid(Topic.TELEMETRY), "LATE", "sampled at ");
    }

    private Written malformed(Topic topic, byte[] value, String error) throws Exception {
        return write(topic, value, "MALFORMED", error);
    }

    private Written write(Topic topic, byte[] value, String reason, String error) throws Exception {
        int partition = topic.compacted() ? 0 : random.nextInt(4);
        RecordMetadata place =
                producer.send(
                                new ProducerRecord<>(
                                        topic.topicName(), partition, TIME_MILLIS, KEY, value))
                        .get();
        return new Written(
                topic.topicName() + "-" + partition + "@" + place.offset(),
                TIME_MILLIS,
                KEY,
                value,
                reason,
                error);
    }

    private static byte[] valid(Topic topic) {
        return switch (topic) {
            case TELEMETRY ->
                    RecordCodec.of(UsageSample.class)
                            .encode(
                                    new UsageSample(
                                            "H100.EUW1",
                                            "ada",
                                            SmallTrace.START.minus(Duration.ofDays(2)),
                                            1.0,
                                            1.0,
                                            ""));
            case ORDERS ->
                    RecordCodec.of(OrderCommand.class)
                            .encode(
                                    OrderCommand.newBuilder()
                                            .setAccount("ada")
                                            .setClientOrderId("1")
                                            .setContract("H100.EUW1.1H.20260105T03Z")
                                            .setAction(OrderAction.CANCEL)
                                            .setLots(0)
                                            .setLimitTicks(0)
                                            .build());
            case COLLATERAL ->
                    RecordCodec.of(CollateralTransfer.class)
                            .encode(
                                    new CollateralTransfer(
                                            "1", "ada", "EUW1", TransferKind.DEPOSIT, 1L));
            case DIRECTIVES ->
                    RecordCodec.of(Directive.class)
                            .encode(
                                    Directive.newBuilder()
                                            .setDirectiveId("1")
                                            .setIssuer("regulator")
                                            .setSegment("EUW1")
                                            .setAction(DirectiveAction.HALT)
                                            .setTarget("H100.EUW1")
                                            .build());
            case MODELS ->
                    RecordCodec.of(ModelRelease.class)
                            .encode(
                                    new ModelRelease(
                                            "default",
                                            "1",
                                            "lstm32-0123456789ab",
                                            "file:/bundle.zip",
                                            "0".repeat(64),
                                            SmallTrace.START,
                                            ""));
            default ->
                    RecordCodec.of(io.attentionfutures.schemas.ContractSpecification.class)
                            .encode(
                                    io.attentionfutures.local.agents.LocalSpecification.of(
                                            "H100.EUW1", 3_600_000, Duration.ofMinutes(1), 120));
        };
    }

    private static byte[] account() {
        return RecordCodec.of(Account.class)
                .encode(
                        Account.newBuilder()
                                .setAccount("ada")
                                .setRole(Role.CONSUMER)
                                .setSegments(List.of("EUW1"))
                                .setActive(true)
                                .build());
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
