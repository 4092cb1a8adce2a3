package io.attentionfutures.deploy.standalone;

import io.attentionfutures.local.agents.LocalSpecification;
import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.local.run.OutputReader;
import io.attentionfutures.market.ContractCode;
import io.attentionfutures.schemas.Account;
import io.attentionfutures.schemas.ExecutionReport;
import io.attentionfutures.schemas.ExecutionType;
import io.attentionfutures.schemas.Role;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Alice buys from bob, lot by lot: who they are, and what the market says of their orders. */
final class TradedLots {
    static final String ALICE = "alice";
    static final String BOB = "bob";
    static final String SEGMENT = "EUW1";

    private static final String MARKET = "H100." + SEGMENT;
    private static final long HOUR = 3_600_000;

    private final KafkaConnection kafka;

    TradedLots(String bootstrapServers) {
        kafka = KafkaConnection.plain(bootstrapServers);
    }

    /** A contract whose gate stays open while a test runs. */
    static String contract() {
        long now = System.currentTimeMillis();
        return new ContractCode(MARKET, now - now % HOUR + 4 * HOUR, HOUR).toString();
    }

    /** Lists a market with a call each second, and opens the two accounts. */
    void writeReferenceData() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        kafka.properties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            write(
                    producer,
                    Topic.CONTRACTS,
                    MARKET,
                    LocalSpecification.of(MARKET, HOUR, Duration.ofSeconds(1), 100));
            for (String account : List.of(ALICE, BOB)) {
                write(
                        producer,
                        Topic.ACCOUNTS,
                        account,
                        Account.newBuilder()
                                .setAccount(account)
                                .setRole(Role.INVESTOR)
                                .setSegments(List.of(SEGMENT))
                                .setActive(true)
                                .build());
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void write(
            KafkaProducer<byte[], byte[]> producer,
            Topic topic,
            String key,
            SpecificRecordBase record)
            throws Exception {
        RecordCodec<SpecificRecordBase> codec =
                RecordCodec.of((Class<SpecificRecordBase>) record.getClass());
        producer.send(
                        new ProducerRecord<>(
                                topic.topicName(),
                                key.getBytes(StandardCharsets.UTF_8),
                                codec.encode(record)))
                .get(30, TimeUnit.SECONDS);
    }

    /** How often each order was acknowledged or filled: {@code NEW a1}, {@code TRADE a1}. */
    Map<String, Integer> reports() {
        Map<String, Integer> reports = new TreeMap<>();
        try (OutputReader reader = new OutputReader(kafka, List.of(Topic.EXECUTIONS))) {
            reader.drain(
                    record -> {
                        ExecutionReport report = (ExecutionReport) record;
                        if (report.getExecutionType() == ExecutionType.NEW
                                || report.getExecutionType() == ExecutionType.TRADE) {
                            reports.merge(
                                    report.getExecutionType() + " " + report.getClientOrderId(),
                                    1,
                                    Integer::sum);
                        }
                    });
        }
        return reports;
    }
}
