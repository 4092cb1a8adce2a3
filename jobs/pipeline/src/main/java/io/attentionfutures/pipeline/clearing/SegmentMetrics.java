package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.market.clearing.SegmentSummary;
import io.attentionfutures.market.clearing.SegmentSummary.MarketSummary;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * How a clearing segment stands: the gauges {@code restingOrders}, {@code calledAccounts}, {@code
 * marginShortfall} in minor units of money, {@code cashImbalance} in minor units and {@code
 * lotImbalance} in lots, which are zero unless something is very wrong.
 */
final class SegmentMetrics {
    private static final SegmentSummary NOTHING =
            new SegmentSummary(Long.MIN_VALUE, 0, 0, BigInteger.ZERO, BigInteger.ZERO, 0, Map.of());

    private final MetricGroup group;
    private final LogTime logTime;
    private final Map<String, MarketMetrics> markets = new HashMap<>();

    /** Written by the clearing thread, read by those that report. */
    private volatile SegmentSummary summary = NOTHING;

    SegmentMetrics(MetricGroup group, LogTime logTime) {
        this.group = group;
        this.logTime = logTime;
        gauge("restingOrders", SegmentSummary::restingOrders);
        gauge("calledAccounts", SegmentSummary::calledAccounts);
        gauge("marginShortfall", SegmentSummary::marginShortfall);
        gauge("cashImbalance", SegmentSummary::cashImbalance);
        gauge("lotImbalance", SegmentSummary::lotImbalance);
    }

    private void gauge(String name, Function<SegmentSummary, Number> value) {
        Gauge<Number> gauge = () -> value.apply(summary);
        group.gauge(name, gauge);
    }

    void show(SegmentSummary shown) {
        summary = shown;
        shown.markets().keySet().forEach(this::market);
    }

    /** Returns the metrics of a contract's market. */
    MarketMetrics marketOf(String contract) {
        // The market is all but the last two parts of a contract's code, and may have dots itself.
        int start = contract.lastIndexOf('.');
        return market(contract.substring(0, contract.lastIndexOf('.', start - 1)));
    }

    private MarketMetrics market(String name) {
        return markets.computeIfAbsent(
                name,
                own ->
                        new MarketMetrics(
                                group.addGroup("market", own), () -> summaryOf(own), this::clock));
    }

    private MarketSummary summaryOf(String market) {
        return summary.markets().getOrDefault(market, MarketMetrics.NOTHING);
    }

    private long clock() {
        return logTime.atLeast(summary.clockMillis());
    }
}
