package io.attentionfutures.pipeline.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketOutput;
import io.attentionfutures.market.clearing.MarketOutput.Decision;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import io.attentionfutures.market.clearing.MarketOutput.StatementReason;
import io.attentionfutures.market.margin.AccountStatus;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

class ClearingMetricsTest {
    private final Map<String, Counter> counters = new TreeMap<>();
    private final ClearingMetrics metrics =
            new ClearingMetrics(
                    new UnregisteredMetricsGroup() {
                        @Override
                        public Counter counter(String name) {
                            return counters.computeIfAbsent(name, key -> super.counter(key));
                        }
                    });

    private Map<String, Long> counted() {
        Map<String, Long> counted = new TreeMap<>();
        counters.forEach(
                (name, counter) -> {
                    if (counter.getCount() > 0) {
                        counted.put(name, counter.getCount());
                    }
                });
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
                .isEqualTo(Map.of("marginCalls", 1L, "liquidations", 1L, "defaults", 1L));
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
                                "transfersRejected",
                                1L,
                                "directivesRejected",
                                1L,
                                "recordsRefused",
                                2L));
    }

    @Test
    void alertsAreCounted() {
        metrics.count(
                new MarketOutput.AlertRaised(
                        "segment", 1, 2, "WASH", "a", "c", 1, Map.of("matched", "1")));
        assertThat(counted()).isEqualTo(Map.of("alerts", 1L));
    }
}
