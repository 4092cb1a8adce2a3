package io.attentionfutures.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attentionfutures.local.AfmCommand;
import io.attentionfutures.local.AfmCommand.Said;
import io.attentionfutures.local.FreePorts;
import io.attentionfutures.local.SmallTrace;
import io.attentionfutures.local.broker.EmbeddedBroker;
import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.schemas.ExecutionReport;
import io.attentionfutures.schemas.ExecutionType;
import io.attentionfutures.schemas.Price;
import io.attentionfutures.schemas.PriceKind;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One day of a small market is verified, then copies of it that somebody has tampered with. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class AuditVerifyITCase {
    private static final int HOURS = 24;
    private static final RecordCodec<Price> PRICES = RecordCodec.of(Price.class);
    private static final RecordCodec<ExecutionReport> EXECUTIONS =
            RecordCodec.of(ExecutionReport.class);

    @TempDir private static Path folder;

    private static Said ran;
    private static Said verified;
    private static EmbeddedBroker original;

    @TempDir private Path copies;

    @BeforeAll
    static void runAMarketAndVerifyIt() throws Exception {
        Path data = folder.resolve("data");
        ran =
                AfmCommand.run(
                        "run",
                        "--telemetry",
                        SmallTrace.write(folder.resolve("trace.csv"), HOURS).toString(),
                        "--no-model",
                        "--json",
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(FreePorts.next()),
                        "--web-port",
                        Integer.toString(FreePorts.next()));
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        verified = AfmCommand.run("audit", "verify", "--json", "--data", data.toString());
        original = EmbeddedBroker.start(data.resolve("broker"), FreePorts.next());
    }

    @AfterAll
    static void stopTheBroker() {
        if (original != null) {
            original.close();
        }
    }

    @Test
    void whatAMarketPublishedIsWhatItsLogsSay() {
        assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
        JsonNode report = verified.json();

        assertThat(report.get("holds").asBoolean()).isTrue();
        assertThat(report.get("differences").asLong()).isZero();
        assertThat(report.get("segments").asInt()).isEqualTo(SmallTrace.MARKETS);
        assertThat(report.get("demand_windows").asInt()).isEqualTo(HOURS * SmallTrace.MARKETS);
        assertThat(report.get("verified_until")).isEqualTo(report.get("clock"));
        assertThat(report.get("hash_links").asLong()).isPositive();
        JsonNode topics = report.get("topics");
        assertThat(topics.get("afm.allocations").get("agree").asLong())
                .isPositive()
                .isEqualTo(ran.json().get("allocations").asLong());
        for (String topic : List.of("afm.prices", "afm.depth", "afm.executions", "afm.audit")) {
            assertThat(topics.get(topic).get("agree").asLong()).as(topic).isPositive();
        }
        topics.forEach(
                topic -> {
                    assertThat(topic.get("later").asLong()).isZero();
                    assertThat(topic.get("not_verifiable").asLong()).isZero();
                });
    }

    @Test
    void whateverSomebodyTampersWithIsNamed() throws Exception {
        Once price = new Once();
        Once changed = new Once();
        Once missing = new Once();
        Once repeated = new Once();
        JsonNode report =
                verifyCopy(
                        record -> {
                            if (isClearingPrice(record) && price.first(record)) {
                                Price tampered = price(record);
                                tampered.setPriceTicks(tampered.getPriceTicks() + 1);
                                return List.of(PRICES.encode(tampered));
                            } else if (isTrade(record) && changed.first(record)) {
                                ExecutionReport tampered = execution(record);
                                tampered.setLastLots(tampered.getLastLots() + 1);
                                return List.of(EXECUTIONS.encode(tampered));
                            } else if (isTrade(record) && missing.first(record)) {
                                return List.of();
                            } else if (isTrade(record) && repeated.first(record)) {
                                ExecutionReport madeUp = execution(record);
                                madeUp.setSequence(1L << 40);
                                return List.of(
                                        record.value(), record.value(), EXECUTIONS.encode(madeUp));
                            }
                            return Collections.singletonList(record.value());
                        });

        assertThat(report.get("differences").asLong()).isEqualTo(6);
        JsonNode ofPrice = difference(report, "CHANGED", "afm.prices");
        long genuine = price(price.record).getPriceTicks();
        assertThat(ofPrice.get("partition").asInt()).isEqualTo(price.record.partition());
        assertThat(ofPrice.get("subject").asText()).isEqualTo(price(price.record).getContract());
        assertThat(ofPrice.get("field").asText()).isEqualTo("priceTicks");
        assertThat(ofPrice.get("recomputed").asLong()).isEqualTo(genuine);
        assertThat(ofPrice.get("published").asLong()).isEqualTo(genuine + 1);
        assertThat(difference(report, "UNCHAINED", "afm.prices").get("subject"))
                .isEqualTo(ofPrice.get("subject"));
        JsonNode ofExecution = difference(report, "CHANGED", "afm.executions");
        assertThat(ofExecution.get("partition").asInt()).isEqualTo(changed.record.partition());
        assertThat(ofExecution.get("sequence").asLong())
                .isEqualTo(execution(changed.record).getSequence());
        assertThat(ofExecution.get("field").asText()).isEqualTo("lastLots");
        JsonNode ofMissing = difference(report, "MISSING", "afm.executions");
        assertThat(ofMissing.get("sequence").asLong())
                .isEqualTo(execution(missing.record).getSequence());
        assertThat(ofMissing.has("offset")).isFalse();
        assertThat(difference(report, "REPEATED", "afm.executions").get("sequence").asLong())
                .isEqualTo(execution(repeated.record).getSequence());
        assertThat(difference(report, "UNEXPECTED", "afm.executions").get("sequence").asLong())
                .isEqualTo(1L << 40);
    }

    private static JsonNode difference(JsonNode report, String kind, String topic) {
        for (JsonNode found : report.get("first_differences")) {
            if (found.get("kind").asText().equals(kind)
                    && found.get("topic").asText().equals(topic)) {
                return found;
            }
        }
        throw new AssertionError("no " + kind + " of " + topic + " in " + report);
    }

    @Test
    void withoutTheOldestOrdersOnlyHashChainsAreChecked() throws Exception {
        try (EmbeddedBroker copy =
                EmbeddedBroker.start(copies.resolve("broker"), FreePorts.next())) {
            TopicsCopy.copy(
                    original.bootstrapServers(),
                    copy.bootstrapServers(),
                    record -> Collections.singletonList(record.value()));
            Map<TopicPartition, RecordsToDelete> oldest = new HashMap<>();
            oldest.put(
                    new TopicPartition(Topic.ORDERS.topicName(), 0),
                    RecordsToDelete.beforeOffset(5));
            try (Admin admin = Admin.create(MarketTopics.properties(copy.bootstrapServers()))) {
                admin.deleteRecords(oldest).all().get();
            }

            Said said =
                    AfmCommand.run(
                            "audit", "verify", "--json", "--bootstrap", copy.bootstrapServers());

            assertThat(said.exitCode()).as(said.out() + said.err()).isEqualTo(3);
            assertThat(said.json().get("input_no_longer_kept").get(0).asText())
                    .startsWith("afm.orders-0 is kept from 2026-01-05T")
                    .endsWith("on only (offset 5)");
            assertThat(said.json().get("hash_links").asLong()).isPositive();
        }
    }

    private JsonNode verifyCopy(Function<ConsumerRecord<byte[], byte[]>, List<byte[]>> tampering)
            throws Exception {
        try (EmbeddedBroker copy =
                EmbeddedBroker.start(copies.resolve("broker"), FreePorts.next())) {
            TopicsCopy.copy(original.bootstrapServers(), copy.bootstrapServers(), tampering);
            Said said =
                    AfmCommand.run(
                            "audit", "verify", "--json", "--bootstrap", copy.bootstrapServers());
            assertThat(said.exitCode()).as(said.out() + said.err()).isEqualTo(1);
            return said.json();
        }
    }

    private static boolean isClearingPrice(ConsumerRecord<byte[], byte[]> record) {
        return record.topic().equals(Topic.PRICES.topicName())
                && price(record).getKind() == PriceKind.CLEARING;
    }

    private static boolean isTrade(ConsumerRecord<byte[], byte[]> record) {
        return record.topic().equals(Topic.EXECUTIONS.topicName())
                && execution(record).getExecutionType() == ExecutionType.TRADE;
    }

    private static Price price(ConsumerRecord<byte[], byte[]> record) {
        try {
            return PRICES.decode(record.value());
        } catch (MalformedRecordException e) {
            throw new AssertionError(e);
        }
    }

    private static ExecutionReport execution(ConsumerRecord<byte[], byte[]> record) {
        try {
            return EXECUTIONS.decode(record.value());
        } catch (MalformedRecordException e) {
            throw new AssertionError(e);
        }
    }

    /** The first record that was asked for. */
    private static final class Once {
        ConsumerRecord<byte[], byte[]> record;

        boolean first(ConsumerRecord<byte[], byte[]> candidate) {
            if (record == null) {
                record = candidate;
                return true;
            }
            return false;
        }
    }
}
