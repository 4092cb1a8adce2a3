package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketOutput;
import io.attentionfutures.market.clearing.MarketOutput.Decision;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.PriceKind;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import io.attentionfutures.market.clearing.MarketOutput.StatementReason;
import io.attentionfutures.schemas.Topic;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * What clearing counts: {@code orders.<executionType>}, {@code ordersRejected.<code>}, {@code
 * prices.<kind>}, {@code calls} that traded and their {@code lots}, {@code allocations}, {@code
 * marginCalls}, {@code liquidations}, {@code defaults}, {@code transfersRejected}, {@code
 * directivesRejected}, {@code recordsRefused} for reference data, {@code alerts}, and the gauge
 * {@code clearingNanos}, the time that the last watermark took.
 */
final class ClearingMetrics {
    private final Map<ExecutionType, Counter> orders;
    private final Map<RejectionCode, Counter> rejected;
    private final Map<PriceKind, Counter> prices;
    private final Counter calls;
    private final Counter lots;
    private final Counter allocations;
    private final Counter marginCalls;
    private final Counter liquidations;
    private final Counter defaults;
    private final Counter transfersRejected;
    private final Counter directivesRejected;
    private final Counter recordsRefused;
    private final Counter alerts;
    private long clearingNanos;

    ClearingMetrics(MetricGroup group) {
        orders = counters(group.addGroup("orders"), ExecutionType.class);
        rejected = counters(group.addGroup("ordersRejected"), RejectionCode.class);
        prices = counters(group.addGroup("prices"), PriceKind.class);
        calls = group.counter("calls");
        lots = group.counter("lots");
        allocations = group.counter("allocations");
        marginCalls = group.counter("marginCalls");
        liquidations = group.counter("liquidations");
        defaults = group.counter("defaults");
        transfersRejected = group.counter("transfersRejected");
        directivesRejected = group.counter("directivesRejected");
        recordsRefused = group.counter("recordsRefused");
        alerts = group.counter("alerts");
        group.gauge("clearingNanos", () -> clearingNanos);
    }

    private static <E extends Enum<E>> Map<E, Counter> counters(MetricGroup group, Class<E> type) {
        Map<E, Counter> counters = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            counters.put(constant, group.counter(constant.name()));
        }
        return counters;
    }

    void count(MarketOutput said) {
        if (said instanceof MarketOutput.ExecutionReport report) {
            orders.get(report.type()).inc();
            if (report.type() == ExecutionType.REJECTED) {
                rejected.get(report.rejection()).inc();
            }
        } else if (said instanceof MarketOutput.PricePublished price) {
            prices.get(price.kind()).inc();
            if (price.kind() == PriceKind.CLEARING) {
                calls.inc();
                lots.inc(price.volumeLots());
            }
        } else if (said instanceof MarketOutput.AllocationGranted) {
            allocations.inc();
        } else if (said instanceof MarketOutput.StatementIssued statement) {
            count(statement.reason());
        } else if (said instanceof MarketOutput.AuditRecorded audit) {
            if (audit.decision() == Decision.REJECTED) {
                rejected(audit.cause());
            }
        } else if (said instanceof MarketOutput.AlertRaised) {
            alerts.inc();
        }
    }

    private void count(StatementReason reason) {
        switch (reason) {
            case MARGIN_CALL -> marginCalls.inc();
            case LIQUIDATION -> liquidations.inc();
            case DEFAULT -> defaults.inc();
            default -> {
                // No incident.
            }
        }
    }

    private void rejected(LogPosition cause) {
        String topic = cause == null ? "" : cause.topic();
        if (topic.equals(Topic.COLLATERAL.topicName())) {
            transfersRejected.inc();
        } else if (topic.equals(Topic.DIRECTIVES.topicName())) {
            directivesRejected.inc();
        } else {
            recordsRefused.inc();
        }
    }

    void cleared(long nanos) {
        clearingNanos = nanos;
    }
}
