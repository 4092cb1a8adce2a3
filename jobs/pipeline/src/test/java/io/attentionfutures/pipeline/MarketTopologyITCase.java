package io.attentionfutures.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.pipeline.publish.PublishedRecord;
import io.attentionfutures.pipeline.testing.InputLog;
import io.attentionfutures.pipeline.testing.MarketJob;
import io.attentionfutures.pipeline.testing.Published;
import io.attentionfutures.pipeline.testing.TestCluster;
import io.attentionfutures.schemas.Alert;
import io.attentionfutures.schemas.Allocation;
import io.attentionfutures.schemas.AuditRecord;
import io.attentionfutures.schemas.DeadLetter;
import io.attentionfutures.schemas.DemandForecast;
import io.attentionfutures.schemas.DemandWindow;
import io.attentionfutures.schemas.ExecutionReport;
import io.attentionfutures.schemas.ExecutionType;
import io.attentionfutures.schemas.ModelDecision;
import io.attentionfutures.schemas.Price;
import io.attentionfutures.schemas.PriceKind;
import io.attentionfutures.schemas.ProviderUnits;
import io.attentionfutures.schemas.ReleaseDecision;
import io.attentionfutures.schemas.SettlementTier;
import io.attentionfutures.schemas.Statement;
import io.attentionfutures.schemas.StatementReason;
import io.attentionfutures.schemas.Topic;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole job from logs in memory to the public records. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MarketTopologyITCase {
    private static final SyntheticDay DAY = new SyntheticDay();

    @RegisterExtension static final MiniClusterExtension CLUSTER = TestCluster.ofSlots(4);

    private static List<PublishedRecord> published;

    @BeforeEach
    void runOnOneSubtask() throws Exception {
        if (published == null) {
            published = run(1);
        }
    }

    private static List<PublishedRecord> run(int parallelism) throws Exception {
        return new MarketJob(InputLog.of(DAY.records())).undisturbed(parallelism);
    }

    private static List<String> sorted(List<PublishedRecord> records) {
        return records.stream().map(Published::text).sorted().toList();
    }

    private static <T extends SpecificRecordBase> List<T> read(Topic topic, Class<T> type) {
        return published.stream()
                .filter(record -> record.topic().equals(topic.topicName()))
                .map(record -> Published.decode(record, type))
                .toList();
    }

    /** Up to more subtasks than there are partitions. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void theSameLogsGiveTheSameBytesAtAnyParallelism(int parallelism) throws Exception {
        assertThat(sorted(run(parallelism))).isEqualTo(sorted(published));
    }

    @Test
    void everyHourOfEveryMarketHasADemandWindowAndAForecast() {
        // The last hour's window is still open when the logs end.
        int closed = (SyntheticDay.HOURS - 1) * SyntheticDay.MARKETS.size();
        assertThat(read(Topic.DEMAND, DemandWindow.class))
                .hasSize(closed)
                .allMatch(window -> window.getSamples() > 0 && window.getTenants() == 3)
                .allMatch(window -> window.getCapacity() == 120)
                .allMatch(window -> window.getClosedAt().isAfter(window.getWindowEnd()))
                .allMatch(
                        window ->
                                window.getProviders()
                                        .equals(List.of(new ProviderUnits("dc-1", 64.0))));
        assertThat(read(Topic.FORECASTS, DemandForecast.class))
                .hasSize(closed)
                .allMatch(forecast -> forecast.getMean().size() == 24);
    }

    @Test
    void everyOrderIsAnsweredOnce() {
        assertThat(
                        read(Topic.EXECUTIONS, ExecutionReport.class).stream()
                                .filter(report -> report.getSourceTopic() != null))
                .hasSize(DAY.commands())
                .extracting(
                        report ->
                                report.getSourceTopic()
                                        + "-"
                                        + report.getSourcePartition()
                                        + "@"
                                        + report.getSourceOffset())
                .doesNotHaveDuplicates();
    }

    @Test
    void ordersTradeAndAreAllocated() {
        List<Price> prices = read(Topic.PRICES, Price.class);
        assertThat(prices).anyMatch(price -> price.getKind() == PriceKind.CLEARING);
        assertThat(prices).anyMatch(price -> price.getForecastWeight() > 0);
        long traded =
                prices.stream()
                        .filter(price -> price.getKind() == PriceKind.CLEARING)
                        .mapToLong(Price::getVolumeLots)
                        .sum();
        long filled =
                read(Topic.EXECUTIONS, ExecutionReport.class).stream()
                        .filter(report -> report.getExecutionType() == ExecutionType.TRADE)
                        .mapToLong(ExecutionReport::getLastLots)
                        .sum();
        assertThat(filled).isEqualTo(2 * traded).isPositive();
        assertThat(read(Topic.ALLOCATIONS, Allocation.class))
                .isNotEmpty()
                .allMatch(allocation -> allocation.getProvider().startsWith("dc-"))
                .allMatch(allocation -> List.of("alice", "bob").contains(allocation.getAccount()));
    }

    @Test
    void whatTradesIsSettledAndHasAnIndexFromTelemetry() {
        List<Price> prices = read(Topic.PRICES, Price.class);
        Set<String> traded =
                prices.stream()
                        .filter(price -> price.getKind() == PriceKind.CLEARING)
                        .map(Price::getContract)
                        .collect(Collectors.toSet());
        for (PriceKind kind : List.of(PriceKind.SETTLEMENT, PriceKind.INDEX)) {
            assertThat(prices)
                    .filteredOn(price -> price.getKind() == kind)
                    .extracting(Price::getContract)
                    .doesNotHaveDuplicates()
                    .containsAll(traded);
        }
        assertThat(prices)
                .filteredOn(price -> price.getKind() == PriceKind.INDEX)
                .filteredOn(price -> traded.contains(price.getContract()))
                .allMatch(price -> price.getSettlementTier() == SettlementTier.NONE);
    }

    @Test
    void collateralAndDirectivesAreAnswered() {
        Map<String, Long> answers =
                read(Topic.AUDIT, AuditRecord.class).stream()
                        .collect(
                                Collectors.groupingBy(
                                        record ->
                                                record.getKind() + " " + record.getRejectionCode(),
                                        Collectors.counting()));
        assertThat(answers)
                .containsEntry("collateral transfer NONE", (long) SyntheticDay.TRANSFERS)
                .containsEntry("collateral transfer INSUFFICIENT_COLLATERAL", 1L)
                .containsEntry("collateral transfer DUPLICATE_RECORD", 2L)
                .containsEntry("collateral transfer UNKNOWN_ACCOUNT", 1L)
                .containsEntry("directive NONE", (long) SyntheticDay.DIRECTIVES)
                .containsEntry("directive DUPLICATE_RECORD", 1L)
                .containsEntry("directive NOT_AUTHORISED", 1L)
                .containsEntry("contract specification INVALID_SPECIFICATION", 1L)
                .containsKey("order command DUPLICATE_ORDER");
        assertThat(read(Topic.STATEMENTS, Statement.class))
                .filteredOn(statement -> statement.getReason() == StatementReason.TRANSFER)
                .hasSize(SyntheticDay.TRANSFERS);
        assertThat(read(Topic.SURVEILLANCE, Alert.class)).isNotEmpty();
    }

    @Test
    void theProviderWithoutTelemetryFailsToDeliver() {
        assertThat(read(Topic.AUDIT, AuditRecord.class))
                .filteredOn(record -> record.getKind().equals("failure to deliver"))
                .isNotEmpty()
                .allMatch(record -> record.getText().startsWith("dc-2 delivered 0.0 units"));
    }

    @Test
    void aReleaseThatCannotBeReadIsRefusedOnce() {
        assertThat(read(Topic.MODEL_DECISIONS, ModelDecision.class))
                .singleElement()
                .satisfies(
                        decision -> {
                            assertThat(decision.getDecision()).isEqualTo(ReleaseDecision.REFUSED);
                            assertThat(decision.getReason()).contains("/no/such/bundle");
                        });
    }

    @Test
    void garbageBecomesDeadLettersAndStopsNothing() {
        assertThat(read(Topic.DEAD_LETTERS, DeadLetter.class))
                .hasSize(3 * SyntheticDay.HOURS)
                .extracting(DeadLetter::getReason)
                .containsOnly("MALFORMED", "NULL_VALUE");
    }

    @Test
    void nothingIsSaidAfterTheLastHeartbeat() {
        long end = SyntheticDay.START + SyntheticDay.HOURS * SyntheticDay.HOUR;
        assertThat(published).allMatch(record -> record.timestampMillis() <= end);
    }
}
