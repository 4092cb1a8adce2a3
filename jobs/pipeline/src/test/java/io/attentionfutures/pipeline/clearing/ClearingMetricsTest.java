package io.attentionfutures.pipeline.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.market.clearing.MarketOutput;
import io.attentionfutures.market.clearing.MarketOutput.Decision;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import io.attentionfutures.market.clearing.MarketOutput.StatementReason;
import io.attentionfutures.market.margin.AccountStatus;
import io.attentionfutures.pipeline.testing.RecordedMetrics;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class ClearingMetricsTest {
    private static final long SEED = 42;

    private final RecordedMetrics recorded = new RecordedMetrics();
    private final ClearingMetrics metrics = new ClearingMetrics(recorded.group());

    private Map<String, Number> counted() {
        Map<String, Number> counted = new TreeMap<>(recorded.values());
        counted.values().removeIf(value -> value.longValue() == 0);
        return counted;
    }

    private static MarketOutput statement(StatementReason reason) {
        return new MarketOutput.StatementIssued(
                "segment",
                1,
                2,
                "account",
                reason,
                AccountStatus.NORMAL,
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.ZERO,
                0,
                List.of());
    }

    private static MarketOutput audit(String topic, Decision decision) {
        return new MarketOutput.AuditRecorded(
                "segment",
                1,
                2,
                topic == null ? null : new LogPosition(1, topic, 0, 0),
                "kind",
                "subject",
                decision,
                RejectionCode.NONE,
                "",
                "",
                "");
    }

    @Test
    void incidentsOfAccountsAreCounted() {
        for (StatementReason reason : StatementReason.values()) {
            metrics.count(statement(reason));
        }
        assertThat(counted())
                .isEqualTo(Map.of("marginCalls{}", 1L, "liquidations{}", 1L, "defaults{}", 1L));
    }

    @Test
    void rejectionsAreCountedByWhatWasRejected() {
        for (String topic : List.of("afm.collateral", "afm.directives", "afm.contracts")) {
            metrics.count(audit(topic, Decision.ACCEPTED));
            metrics.count(audit(topic, Decision.REJECTED));
        }
        metrics.count(audit("afm.accounts", Decision.REJECTED));
        metrics.count(audit(null, Decision.ENACTED));
        assertThat(counted())
                .isEqualTo(
                        Map.of(
                                "transfersRejected{}",
                                1L,
                                "directivesRejected{}",
                                1L,
                                "recordsRefused{}",
                                2L));
    }

    @Test
    void alertsAreCounted() {
        metrics.count(
                new MarketOutput.AlertRaised(
                        "segment", 1, 2, "WASH", "a", "c", 1, Map.of("matched", "1")));
        assertThat(counted()).isEqualTo(Map.of("alerts{}", 1L));
    }

    /** The operator with the metrics of a day up to some time, and with them after a restore. */
    private static Map<String, Number> valuesAt(
            long timeMillis, boolean restored, RecordedMetrics into) throws Exception {
        RecordedMetrics before = new RecordedMetrics();
        OperatorSubtaskState state;
        try (KeyedOneInputStreamOperatorTestHarness<String, SegmentEvent, ?> operator =
                operator(before)) {
            operator.open();
            for (SegmentEvent event : TradingDay.events(SEED)) {
                operator.processElement(event, event.event().position().timeMillis());
            }
            operator.processWatermark(timeMillis);
            operator.getOperator().prepareSnapshotPreBarrier(1);
            state = operator.snapshot(1, 1);
        }
        if (!restored) {
            return before.values();
        }
        try (KeyedOneInputStreamOperatorTestHarness<String, SegmentEvent, ?> operator =
                operator(into)) {
            operator.initializeState(state);
            operator.open();
        }
        return into.values();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, SegmentEvent, ?> operator(
            RecordedMetrics metrics) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new ClearingOperator(),
                SegmentEvent::segment,
                Types.STRING,
                metrics.environment(ClearingSubtasks.MAX_PARALLELISM));
    }

    @Test
    void gaugesAreRightAfterARestoreAndBeforeAnythingHappens() throws Exception {
        long noon = TradingDay.START + 3 * TradingDay.HOUR + 17;
        Map<String, Number> before = valuesAt(noon, false, recorded);
        Map<String, Number> after = valuesAt(noon, true, new RecordedMetrics());

        List<String> gauges =
                before.keySet().stream()
                        .filter(key -> key.contains("segment="))
                        .filter(key -> !key.matches("(calls|lots|lotsBid)\\{.*"))
                        .toList();
        assertThat(gauges)
                .hasSize(TradingDay.SEGMENTS.size() * (5 + 6))
                .allSatisfy(gauge -> assertThat(after.get(gauge)).isEqualTo(before.get(gauge)));
        assertThat(before.get("restingOrders{segment=EUW1}").longValue()).isPositive();
        assertThat(before.get("lastPriceTicks{market=H100.EUW1, segment=EUW1}").doubleValue())
                .isPositive();
    }

    @Test
    void marketsAreCountedAndWatchedByName() throws Exception {
        long noon = TradingDay.START + 3 * TradingDay.HOUR + 17;
        Map<String, Number> values = valuesAt(noon, false, recorded);

        String market = "{market=H100.EUW1, segment=EUW1}";
        assertThat(values.get("calls" + market).longValue()).isPositive();
        assertThat(values.get("lots" + market).longValue())
                .isGreaterThanOrEqualTo(values.get("calls" + market).longValue());
        assertThat(values.get("lotsBid" + market).longValue())
                .isGreaterThan(values.get("lots" + market).longValue());
        // The forecast of the third hour came a minute after it began.
        assertThat(values.get("forecastAgeSeconds" + market).doubleValue()).isBetween(0.0, 3600.0);
        assertThat(values.get("openContracts" + market)).isEqualTo((double) TradingDay.HORIZON);
        assertThat(values.get("cashImbalance{segment=EUW1}")).isEqualTo(BigInteger.ZERO);
        assertThat(values.get("lotImbalance{segment=EUW1}")).isEqualTo(0L);
    }

    @Test
    void aSegmentThatNobodyFoundedIsNotShown() throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<String, SegmentEvent, ?> operator =
                operator(recorded)) {
            operator.open();
            for (SegmentEvent event : TradingDay.events(SEED)) {
                if (event.event() instanceof MarketEvent.NewOrder) {
                    operator.processElement(
                            new SegmentEvent("NOWHERE", event.event()),
                            event.event().position().timeMillis());
                }
            }
            operator.processWatermark(TradingDay.end());
        }
        assertThat(recorded.values().keySet()).noneMatch(key -> key.contains("segment="));
        assertThat(
                        recorded.value("ordersRejected{code=UNKNOWN_ACCOUNT}").longValue()
                                + recorded.value("orders{executionType=REJECTED}").longValue())
                .isPositive();
    }
}
