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
@Timeout(value = 300, unit = TimeUnit.SECONDS)
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
    void aCopyOfTheTopicsVerifiesToo() {
        JsonNode report = verifyCopy(0, record -> Collections.singletonList(record.value()));

        assertThat(report.get("differences").asLong()).isZero();
    }

    @Test
    void aChangedPriceIsNamedAndBreaksItsChain() {
        Once once = new Once();
        JsonNode report =
                verifyCopy(
                        1,
                        record -> {
                            if (isClearingPrice(record) && once.first(record)) {
                                Price price = price(record);
                                price.setPriceTicks(price.getPriceTicks() + 1);
                                return List.of(PRICES.encode(price));
                            }
                            return Collections.singletonList(record.value());
                        });

        Price genuine = price(once.record);
        JsonNode first = report.get("first_differences").get(0);
        assertThat(report.get("differences").asLong()).isEqualTo(2);
        requirePlace(first, once.record);
        assertThat(first.get("kind").asText()).isEqualTo("CHANGED");
        assertThat(first.get("subject").asText()).isEqualTo(genuine.getContract());
        assertThat(first.get("field").asText()).isEqualTo("priceTicks");
        assertThat(first.get("recomputed").asLong()).isEqualTo(genuine.getPriceTicks());
        assertThat(first.get("published").asLong()).isEqualTo(genuine.getPriceTicks() + 1);
        JsonNode second = report.get("first_differences").get(1);
        assertThat(second.get("kind").asText()).isEqualTo("UNCHAINED");
        assertThat(second.get("subject").asText()).isEqualTo(genuine.getContract());
    }

    @Test
    void aChangedExecutionIsNamed() {
        Once once = new Once();
        JsonNode report =
                verifyCopy(
                        1,
                        record -> {
                            if (isTrade(record) && once.first(record)) {
                                ExecutionReport execution = execution(record);
                                execution.setLastLots(execution.getLastLots() + 1);
                                return List.of(EXECUTIONS.encode(execution));
                            }
                            return Collections.singletonList(record.value());
                        });

        JsonNode first = report.get("first_differences").get(0);
        assertThat(report.get("differences").asLong()).isEqualTo(1);
        requirePlace(first, once.record);
        assertThat(first.get("field").asText()).isEqualTo("lastLots");
    }

    @Test
    void aMissingExecutionIsNamed() {
        Once once = new Once();
        JsonNode report =
                verifyCopy(
                        1,
                        record ->
                                isTrade(record) && once.first(record)
                                        ? List.of()
                                        : Collections.singletonList(record.value()));

        JsonNode first = report.get("first_differences").get(0);
        assertThat(report.get("differences").asLong()).isEqualTo(1);
        assertThat(first.get("kind").asText()).isEqualTo("MISSING");
        assertThat(first.get("sequence").asLong())
                .isEqualTo(execution(once.record).getSequence());
        assertThat(first.has("offset")).isFalse();
    }

    @Test
    void aRepeatedAndAMadeUpExecutionAreNamed() {
        Once once = new Once();
        JsonNode report =
                verifyCopy(
                        1,
                        record -> {
                            if (isTrade(record) && once.first(record)) {
                                ExecutionReport madeUp = execution(record);
                                madeUp.setSequence(1L << 40);
                                return List.of(
                                        record.value(), record.value(), EXECUTIONS.encode(madeUp));
                            }
                            return Collections.singletonList(record.value());
                        });

        assertThat(report.get("differences").asLong()).isEqualTo(2);
        assertThat(report.get("first_differences").findValuesAsText("kind"))
                .containsExactly("REPEATED", "UNEXPECTED");
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

    private JsonNode verifyCopy(
            int exitCode, Function<ConsumerRecord<byte[], byte[]>, List<byte[]>> tampering) {
        try (EmbeddedBroker copy =
                EmbeddedBroker.start(copies.resolve("broker"), FreePorts.next())) {
            TopicsCopy.copy(original.bootstrapServers(), copy.bootstrapServers(), tampering);
            Said said =
                    AfmCommand.run(
                            "audit", "verify", "--json", "--bootstrap", copy.bootstrapServers());
            assertThat(said.exitCode()).as(said.out() + said.err()).isEqualTo(exitCode);
            return said.json();
        }
    }

    private static void requirePlace(JsonNode difference, ConsumerRecord<byte[], byte[]> record) {
        assertThat(difference.get("topic").asText()).isEqualTo(record.topic());
        assertThat(difference.get("partition").asInt()).isEqualTo(record.partition());
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
