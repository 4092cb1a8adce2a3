package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.market.clearing.SegmentSummary.MarketSummary;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * How a market stands: the counters {@code calls} that traded, their {@code lots} and the {@code
 * lotsBid} by new orders to buy, the gauges {@code openContracts}, {@code haltedContracts}, {@code
 * deliveringContracts}, {@code lastPriceTicks} and {@code referenceTicks} of the contract that
 * closes first, and {@code forecastAgeSeconds} by the log's clock. A price or an age that there is
 * not yet is not a number.
 */
final class MarketMetrics {
    static final MarketSummary NOTHING = new MarketSummary(0, 0, 0, -1, -1, -1);

    private static final double MILLIS_PER_SECOND = 1_000;

    private final Supplier<MarketSummary> summary;
    private final Counter calls;
    private final Counter lots;
    private final Counter lotsBid;

    MarketMetrics(MetricGroup group, Supplier<MarketSummary> summary, LongSupplier clockMillis) {
        this.summary = summary;
        calls = group.counter("calls");
        lots = group.counter("lots");
        lotsBid = group.counter("lotsBid");
        gauge(group, "openContracts", MarketSummary::openContracts);
        gauge(group, "haltedContracts", MarketSummary::haltedContracts);
        gauge(group, "deliveringContracts", MarketSummary::deliveringContracts);
        gauge(group, "lastPriceTicks", market -> orNone(market.lastPriceTicks()));
        gauge(group, "referenceTicks", market -> orNone(market.referenceTicks()));
        gauge(
                group,
                "forecastAgeSeconds",
                market ->
                        market.forecastMillis() < 0
                                ? Double.NaN
                                : (clockMillis.getAsLong() - market.forecastMillis())
                                        / MILLIS_PER_SECOND);
    }

    private void gauge(MetricGroup group, String name, ToDoubleFunction<MarketSummary> value) {
        Gauge<Double> gauge = () -> value.applyAsDouble(summary.get());
        group.gauge(name, gauge);
    }

    private static double orNone(long ticks) {
        return ticks < 0 ? Double.NaN : ticks;
    }

    void traded(long volumeLots) {
        calls.inc();
        lots.inc(volumeLots);
    }

    void bid(long orderLots) {
        lotsBid.inc(orderLots);
    }
}
