package io.attentionfutures.local.security;

import static io.attentionfutures.local.security.SecuredMarket.ALICE;
import static io.attentionfutures.local.security.SecuredMarket.BOB;
import static io.attentionfutures.local.security.SecuredMarket.REGULATOR;
import static io.attentionfutures.local.security.SecuredMarket.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.local.AfmCommand;
import io.attentionfutures.local.AfmCommand.Said;
import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.local.broker.SecuredBroker;
import io.attentionfutures.local.run.OutputReader;
import io.attentionfutures.schemas.DeadLetter;
import io.attentionfutures.schemas.ModelRelease;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.UsageSample;
import io.attentionfutures.schemas.wire.AvroSafety;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The job on a Kafka with TLS, logins and access control, through the loss of a task manager. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecuredMarketITCase {
    static {
        AvroSafety.apply();
    }

    private static final int ORDERS = 150;

    @TempDir private static Path folder;

    private static SecuredMarket market;
    private static LogWatch log;
    private static final List<String> SAID = new ArrayList<>();

    @BeforeAll
    static void startTheMarket() throws Exception {
        SecuredBroker broker = SecuredMarket.broker(folder);
        log = new LogWatch(broker.secrets());
        market = SecuredMarket.start(broker, folder);
    }

    @AfterAll
    static void stop() throws Exception {
        if (log != null) {
            log.close();
        }
        if (market != null) {
            market.close();
        }
    }

    @Test
    @Order(1)
    void everyOrderIsAnsweredOnceThroughTheLossOfATaskManager() throws Exception {
        try (RecordWriter alice = new RecordWriter(market.broker().connection(ALICE));
                RecordWriter bob = new RecordWriter(market.broker().connection(BOB));
                OutputReader executions = reader(Topic.EXECUTIONS)) {
            Trading trading = new Trading(alice, bob);
            trading.trade("before", ORDERS);
            readUntil(
                    executions,
                    trading::hear,
                    () -> trading.acknowledgements().size() > ORDERS / 2);
            market.loseATaskManager();
            trading.trade("after", ORDERS);
            readUntil(executions, trading::hear, () -> allAnswered(trading));
            // What comes twice comes before what is later.
            trading.trade("later", ORDERS);
            readUntil(executions, trading::hear, () -> allAnswered(trading));

            assertThat(trading.written()).hasSize(6 * ORDERS);
            assertThat(trading.acknowledgements())
                    .hasSameSizeAs(trading.written())
                    .hasSameElementsAs(trading.written());
            assertThat(trading.fills()).hasSize(trading.written().size());
            assertThat(trading.fills().values()).containsOnly(1L);
        }
    }

    private static boolean allAnswered(Trading trading) {
        return Set.copyOf(trading.acknowledgements()).containsAll(trading.written())
                && trading.fills().size() == trading.written().size();
    }

    private static OutputReader reader(Topic topic) throws Exception {
        return new OutputReader(market.broker().connection(REGULATOR), List.of(topic));
    }

    private static void readUntil(
            OutputReader reader, Consumer<SpecificRecordBase> receiver, BooleanSupplier enough)
            throws Exception {
        while (!enough.getAsBoolean()) {
            assertThat(market.failure()).isEmpty();
            reader.poll(Duration.ofMillis(200), receiver);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "afm.orders.bob",
                "afm.orders",
                "afm.accounts",
                "afm.contracts",
                "afm.collateral",
                "afm.directives",
                "afm.executions"
            })
    @Order(2)
    void anAccountsPrincipalWritesToNoTopicButItsOwn(String topic) throws Exception {
        try (RecordWriter alice = new RecordWriter(market.broker().connection(ALICE))) {
            assertThatThrownBy(
                            () -> alice.write(topic, BOB, order(BOB, "forged", OrderSide.BUY, 200)))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    @Order(3)
    void anOrderForAnotherAccountInOnesOwnTopicIsADeadLetter() throws Exception {
        RecordMetadata place;
        try (RecordWriter alice = new RecordWriter(market.broker().connection(ALICE))) {
            place = alice.write("afm.orders.alice", BOB, order(BOB, "forged", OrderSide.BUY, 200));
        }
        List<DeadLetter> letters = new ArrayList<>();
        try (OutputReader reader = reader(Topic.DEAD_LETTERS)) {
            readUntil(reader, letter -> letters.add((DeadLetter) letter), () -> !letters.isEmpty());
        }
        assertThat(letters)
                .singleElement()
                .satisfies(
                        letter -> {
                            assertThat(letter.getReason()).isEqualTo("FORBIDDEN_ACCOUNT");
                            assertThat(letter.getTopic()).isEqualTo("afm.orders.alice");
                            assertThat(letter.getOffset()).isEqualTo(place.offset());
                        });
        try (OutputReader executions = reader(Topic.EXECUTIONS)) {
            executions.drain(
                    report -> assertThat(report.get("clientOrderId")).isNotEqualTo("forged"));
        }
    }

    @Test
    @Order(4)
    void whatAnAccountReceivesIsNotForOthers() throws Exception {
        KafkaConnection alice = market.broker().connection(ALICE);
        for (Topic topic : List.of(Topic.EXECUTIONS, Topic.ALLOCATIONS, Topic.STATEMENTS)) {
            assertThatThrownBy(() -> new OutputReader(alice, List.of(topic)))
                    .isInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    @Order(5)
    void commandsLogInAndWriteToTheAccountsOwnTopic() throws Exception {
        Said own = afm(file(ALICE), orderBy(ALICE));
        assertThat(own.exitCode()).as(own.err()).isEqualTo(3);
        assertThat(own.err())
                .contains("in the log as afm.orders.alice-0@")
                .contains("may not read afm.executions");

        Said forged = afm(file(ALICE), orderBy(BOB));
        assertThat(forged.exitCode()).isEqualTo(2);
        assertThat(forged.errorLines())
                .singleElement()
                .asString()
                .contains("the record was not written", "afm.orders", "lacks an access right");

        Said prices = afm(file(ALICE), "watch", "prices", "--from-beginning", "--count", "1");
        assertThat(prices.exitCode()).as(prices.err()).isZero();
        assertThat(prices.out()).contains("H100.EUW1");
    }

    @Test
    @Order(5)
    void producersOfTelemetryAndPublishersOfModelsDoTheirPart() throws Exception {
        UsageSample sample = new UsageSample("H100.EUW1", "ada", Instant.now(), 10.0, 100.0, "");
        try (RecordWriter telemetry =
                new RecordWriter(market.broker().connection(SecuredMarket.TELEMETRY))) {
            assertThat(telemetry.write("afm.telemetry", "H100.EUW1", sample).hasOffset()).isTrue();
            assertThatThrownBy(() -> telemetry.write("afm.orders.alice", "H100.EUW1", sample))
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
        KafkaConnection publisher = market.broker().connection(SecuredMarket.PUBLISHER);
        ModelRelease release =
                new ModelRelease("default", "r1", "none-1", "none.zip", "00", Instant.EPOCH, "");
        List<Topic> followed =
                List.of(Topic.MODELS, Topic.MODEL_DECISIONS, Topic.DEMAND, Topic.RETRAINING);
        List<SpecificRecordBase> read = new ArrayList<>();
        try (RecordWriter models = new RecordWriter(publisher);
                OutputReader reader = new OutputReader(publisher, followed)) {
            models.write("afm.models", "default", release);
            readUntil(reader, read::add, () -> read.contains(release));
        }
    }

    @Test
    @Order(6)
    void aWrongPasswordIsToldInOneLine() throws Exception {
        Path wrong = market.broker().propertiesFile(SecuredMarket.JOB, "not-the-password");
        for (Said said :
                List.of(
                        afm(wrong, "run", "--data", folder.resolve("data").toString()),
                        afm(wrong, orderBy(ALICE)),
                        afm(wrong, "audit", "verify"))) {
            assertThat(said.exitCode()).isEqualTo(2);
            assertThat(said.errorLines())
                    .singleElement()
                    .asString()
                    .startsWith("afm: cannot use Kafka at " + market.broker().bootstrapServers())
                    .contains("invalid credentials", "check user and password")
                    .doesNotContain("not-the-password");
        }
    }

    @Test
    @Order(7)
    void theRegulatorVerifiesWhatWasPublished() throws Exception {
        Said said = afm(file(REGULATOR), "audit", "verify");
        assertThat(said.exitCode()).as(said.out() + said.err()).isZero();
    }

    @Test
    @Order(8)
    void noSecretIsLoggedShownOrTold() throws Exception {
        List<String> pages = RestPages.read(market.cluster().getRestAddress().get(), market.job());
        assertThat(pages).anyMatch(page -> page.contains("afm.kafka.properties-file"));
        SAID.addAll(pages);
        assertThat(SAID)
                .noneMatch(said -> market.broker().secrets().stream().anyMatch(said::contains));
        // The log was read, and the watch sees what it must not.
        assertThat(log.lines()).isGreaterThan(1_000);
        assertThat(log.leaks()).isEmpty();
        String secret = market.broker().secrets().iterator().next();
        LoggerFactory.getLogger(SecuredMarketITCase.class).debug("shown: {}", secret);
        assertThat(log.leaks()).singleElement().asString().contains(secret);
    }

    private static Path file(String user) throws Exception {
        return market.broker().propertiesFile(user);
    }

    private static String[] orderBy(String account) {
        return new String[] {
            "order",
            "--account",
            account,
            "--contract",
            order(account, "", OrderSide.BUY, 1).getContract(),
            "--side",
            "buy",
            "--lots",
            "1",
            "--limit",
            "100"
        };
    }

    private static Said afm(Path properties, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(
                List.of(
                        "--bootstrap",
                        market.broker().bootstrapServers(),
                        "--kafka-properties",
                        properties.toString()));
        Said said = AfmCommand.run(all.toArray(String[]::new));
        SAID.add(said.out() + said.err());
        return said;
    }
}
