package io.attentionfutures.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.local.AfmCommand;
import io.attentionfutures.local.AfmCommand.Said;
import io.attentionfutures.local.FreePorts;
import io.attentionfutures.local.SmallTrace;
import io.attentionfutures.local.broker.EmbeddedBroker;
import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.local.run.OutputReader;
import io.attentionfutures.schemas.AuditRecord;
import io.attentionfutures.schemas.CollateralTransfer;
import io.attentionfutures.schemas.Decision;
import io.attentionfutures.schemas.Directive;
import io.attentionfutures.schemas.DirectiveAction;
import io.attentionfutures.schemas.ExecutionReport;
import io.attentionfutures.schemas.ExecutionType;
import io.attentionfutures.schemas.OrderAction;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.OrderType;
import io.attentionfutures.schemas.TimeInForce;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.TransferKind;
import io.attentionfutures.schemas.wire.AvroSafety;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What operators and regulators instruct a market that runs, and what it answers. */
@Timeout(value = 400, unit = TimeUnit.SECONDS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstructionsITCase {
    static {
        AvroSafety.apply();
    }

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int HOURS = 72;
    private static final ExecutorService EXECUTOR = Executors.newSingleThreadExecutor();

    @TempDir private static Path folder;

    private static EmbeddedBroker broker;
    private static CompletableFuture<Said> running;
    private static Desk desk;
    private static String trading;

    @BeforeAll
    static void startTheMarket() throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("broker"), FreePorts.next());
        MarketTopics.create(broker.bootstrapServers(), true);
        desk = new Desk(KafkaConnection.plain(broker.bootstrapServers()));
        Path trace = SmallTrace.write(folder.resolve("trace.csv"), HOURS);
        running =
                CompletableFuture.supplyAsync(
                        () ->
                                AfmCommand.run(
                                        "run",
                                        "--telemetry",
                                        trace.toString(),
                                        "--no-model",
                                        "--json",
                                        "--data",
                                        "tmp",
                                        "--speed",
                                        "3000",
                                        "--bootstrap",
                                        broker.bootstrapServers(),
                                        "--web-port",
                                        Integer.toString(FreePorts.next())),
                        EXECUTOR);
        try (OutputReader prices =
                new OutputReader(
                        KafkaConnection.plain(broker.bootstrapServers()), List.of(Topic.PRICES))) {
            while (trading == null) {
                assertThat(running).isNotDone();
                prices.poll(
                        Duration.ofMillis(100),
                        record -> {
                            String contract =
                                    ((io.attentionfutures.schemas.Price) record).getContract();
                            if (contract.startsWith("H100.EUW1.")
                                    && (trading == null || contract.compareTo(trading) > 0)) {
                                trading = contract;
                            }
                        });
            }
        }
    }

    @AfterAll
    static void stop() {
        EXECUTOR.shutdownNow();
        broker.close();
    }

    @Test
    @Order(1)
    void aDepositIsAcceptedOnceAndRejectedTheSecondTime() {
        CollateralTransfer deposit = transfer("d1", "you", "EUW1", TransferKind.DEPOSIT, 1_000);

        requireAccepted(decided(deposit), "d1");
        requireRejected(decided(deposit), "d1", "DUPLICATE_RECORD");
        requireAccepted(decided(transfer("w1", "you", "EUW1", TransferKind.WITHDRAWAL, 400)), "w1");
    }

    @Test
    @Order(2)
    void aTransferThatCannotBeIsRejectedWithItsCode() {
        requireRejected(
                decided(transfer("x1", "nobody", "EUW1", TransferKind.DEPOSIT, 1)),
                "x1",
                "UNKNOWN_ACCOUNT");
        requireRejected(
                decided(transfer("x2", "you", "MARS1", TransferKind.DEPOSIT, 1)),
                "x2",
                "UNKNOWN_SEGMENT");
        requireRejected(
                decided(transfer("x3", "you", "EUW1", TransferKind.DEPOSIT, 0)),
                "x3",
                "INVALID_VALUE");
        requireRejected(
                decided(transfer("x4", "you", "EUW1", TransferKind.UNKNOWN, 1)),
                "x4",
                "INVALID_VALUE");
        requireRejected(
                decided(transfer("x5", "you", "EUW1", TransferKind.WITHDRAWAL, 1L << 50)),
                "x5",
                "INSUFFICIENT_COLLATERAL");
    }

    @Test
    @Order(3)
    void aDirectiveIsCarriedOutOnceAndOnlyForARegulator() {
        Directive halt = directive("h1", "regulator", "EUW1", DirectiveAction.HALT, "H100.EUW1");

        requireRejected(
                decided(directive("y1", "you", "EUW1", DirectiveAction.HALT, "H100.EUW1")),
                "y1",
                "NOT_AUTHORISED");
        requireRejected(
                decided(directive("y2", "regulator", "MARS1", DirectiveAction.HALT, "H100.EUW1")),
                "y2",
                "UNKNOWN_SEGMENT");
        requireRejected(
                decided(directive("y3", "regulator", "EUW1", DirectiveAction.HALT, "X.EUW1")),
                "y3",
                "UNKNOWN_TARGET");
        requireAccepted(decided(halt), "h1");
        ExecutionReport report = desk.place(order(), LIMIT).orElseThrow();
        assertThat(report.getExecutionType()).isEqualTo(ExecutionType.REJECTED);
        assertThat(report.getRejectionCode()).isIn("EXCHANGE_CLOSED", "TOO_LATE_TO_ENTER");
        requireRejected(decided(halt), "h1", "DUPLICATE_RECORD");
        requireAccepted(
                decided(directive("r1", "regulator", "EUW1", DirectiveAction.RESUME, "H100.EUW1")),
                "r1");
    }

    @Test
    @Order(4)
    void theMoneyOfAllThatIsConserved() throws Exception {
        Said said = running.get(300, TimeUnit.SECONDS);

        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.json().get("conservation").get("collateral").asLong()).isZero();
        assertThat(said.json().get("dead_letters").asInt()).isZero();
    }

    private static AuditRecord decided(SpecificRecordBase instruction) {
        boolean transfer = instruction instanceof CollateralTransfer;
        String key =
                transfer
                        ? ((CollateralTransfer) instruction).getAccount()
                        : ((Directive) instruction).getDirectiveId();
        Topic topic = transfer ? Topic.COLLATERAL : Topic.DIRECTIVES;
        AuditRecord decided = desk.instruct(topic, key, instruction, LIMIT).orElseThrow();
        assertThat(decided.getSourceTopic()).isEqualTo(topic.topicName());
        assertThat(decided.getSourceOffset()).isNotNegative();
        assertThat(decided.getSourceTime()).isNotNull();
        return decided;
    }

    private static void requireAccepted(AuditRecord decided, String id) {
        assertThat(decided.getDecision()).as(decided.getText()).isEqualTo(Decision.ACCEPTED);
        assertThat(decided.getSubject()).isEqualTo(id);
    }

    private static void requireRejected(AuditRecord decided, String id, String code) {
        assertThat(decided.getDecision()).isEqualTo(Decision.REJECTED);
        assertThat(decided.getRejectionCode()).isEqualTo(code);
        assertThat(decided.getSubject()).isEqualTo(id);
        assertThat(decided.getText()).isNotEmpty();
    }

    private static CollateralTransfer transfer(
            String id, String account, String segment, TransferKind kind, long amount) {
        return new CollateralTransfer(id, account, segment, kind, amount);
    }

    private static Directive directive(
            String id, String issuer, String segment, DirectiveAction action, String target) {
        return Directive.newBuilder()
                .setDirectiveId(id)
                .setIssuer(issuer)
                .setSegment(segment)
                .setAction(action)
                .setTarget(target)
                .build();
    }

    private static OrderCommand order() {
        return OrderCommand.newBuilder()
                .setAccount("you")
                .setClientOrderId("o1")
                .setContract(trading)
                .setAction(OrderAction.NEW)
                .setSide(OrderSide.BUY)
                .setOrderType(OrderType.LIMIT)
                .setTimeInForce(TimeInForce.FOK)
                .setLots(1)
                .setLimitTicks(300)
                .build();
    }
}
