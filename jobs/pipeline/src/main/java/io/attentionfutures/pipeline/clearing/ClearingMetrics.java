package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.clearing.ClearingHouse;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketOutput;
import io.attentionfutures.market.clearing.MarketOutput.Decision;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.PriceKind;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import io.attentionfutures.market.clearing.MarketOutput.StatementReason;
import io.attentionfutures.schemas.Topic;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * What clearing measures: {@code orders} by {@code executionType}, {@code ordersRejected} by {@code
 * code}, {@code prices} by {@code kind}, {@code allocations}, {@code marginCalls}, {@code
 * liquidations}, {@code defaults}, {@code transfersRejected}, {@code directivesRejected}, {@code
 * recordsRefused} for reference data, {@code alerts}, and the histogram {@code clearingNanos}: the
 * time that a watermark took which something was cleared at. {@link SegmentMetrics} and {@link
 * MarketMetrics} tell how each segment and market stands.
 *
 * <p>Counters begin at zero when the job starts or restarts; gauges are right at once.
 */
final class ClearingMetrics {
    private static final int HISTOGRAM_SAMPLES = 1_000;

    private final MetricGroup group;
    private final Map<String, SegmentMetrics> segments = new HashMap<>();
    private final LogTime logTime = new LogTime();
    private final Map<ExecutionType, Counter> orders;
    private final Map<RejectionCode, Counter> rejected;
    private final Map<PriceKind, Counter> prices;
    private final Counter allocations;
    private final Counter marginCalls;
    private final Counter liquidations;
    private final Counter defaults;
    private final Counter transfersRejected;
    private final Counter directivesRejected;
    private final Counter recordsRefused;
    private final Counter alerts;
    private final Histogram clearingNanos;
    private long counted;

    ClearingMetrics(MetricGroup group) {
        this.group = group;
        orders = counters(group, "executionType", "orders", ExecutionType.class);
        rejected = counters(group, "code", "ordersRejected", RejectionCode.class);
        prices = counters(group, "kind", "prices", PriceKind.class);
        allocations = group.counter("allocations");
        marginCalls = group.counter("marginCalls");
        liquidations = group.counter("liquidations");
        defaults = group.counter("defaults");
        transfersRejected = group.counter("transfersRejected");
        directivesRejected = group.counter("directivesRejected");
        recordsRefused = group.counter("recordsRefused");
        alerts = group.counter("alerts");
        clearingNanos =
                group.histogram(
                        "clearingNanos", new DescriptiveStatisticsHistogram(HISTOGRAM_SAMPLES));
    }

    private static <E extends Enum<E>> Map<E, Counter> counters(
            MetricGroup group, String label, String name, Class<E> type) {
        Map<E, Counter> counters = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            counters.put(constant, group.addGroup(label, constant.name()).counter(name));
        }
        return counters;
    }

    void count(MarketOutput said) {
        counted++;
        if (said instanceof MarketOutput.ExecutionReport report) {
            orders.get(report.type()).inc();
            if (report.type() == ExecutionType.REJECTED) {
                rejected.get(report.rejection()).inc();
            } else if (report.type() == ExecutionType.NEW && report.side() == Side.BUY) {
                segment(report.segment()).marketOf(report.contract()).bid(report.orderLots());
            }
        } else if (said instanceof MarketOutput.PricePublished price) {
            prices.get(price.kind()).inc();
            if (price.kind() == PriceKind.CLEARING) {
                segment(price.segment()).marketOf(price.contract()).traded(price.volumeLots());
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

    private SegmentMetrics segment(String name) {
        return segments.computeIfAbsent(
                name, own -> new SegmentMetrics(group.addGroup("segment", own), logTime));
    }

    /** Number of outputs that were counted. */
    long counted() {
        return counted;
    }

    /**
     * Shows how a segment stands. One that nobody has founded is not shown: anybody can name one.
     */
    void show(String name, ClearingHouse house) {
        if (!house.isEmpty()) {
            segment(name).show(house.summary());
        }
    }

    /** The log's clock has passed a time, and clearing up to it took so long. */
    void passed(long watermark, long nanos, boolean anythingCleared) {
        logTime.passed(watermark);
        if (anythingCleared) {
            clearingNanos.update(nanos);
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
}
