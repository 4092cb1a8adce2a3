package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.market.clearing.MarketOutput;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * What clearing counts: {@code orders.<executionType>}, {@code ordersRejected.<code>}, {@code
 * calls}, {@code callsWithPrice}, {@code lots}, {@code allocations}, and the gauge {@code
 * clearingNanos}, the time that the last watermark took.
 */
final class ClearingMetrics {
    private final Map<ExecutionType, Counter> orders = new EnumMap<>(ExecutionType.class);
    private final Map<RejectionCode, Counter> rejected = new EnumMap<>(RejectionCode.class);
    private final Counter calls;
    private final Counter callsWithPrice;
    private final Counter lots;
    private final Counter allocations;
    private long clearingNanos;

    ClearingMetrics(MetricGroup group) {
        MetricGroup orderGroup = group.addGroup("orders");
        for (ExecutionType type : ExecutionType.values()) {
            orders.put(type, orderGroup.counter(type.name()));
        }
        MetricGroup rejectedGroup = group.addGroup("ordersRejected");
        for (RejectionCode code : RejectionCode.values()) {
            rejected.put(code, rejectedGroup.counter(code.name()));
        }
        calls = group.counter("calls");
        callsWithPrice = group.counter("callsWithPrice");
        lots = group.counter("lots");
        allocations = group.counter("allocations");
        group.gauge("clearingNanos", () -> clearingNanos);
    }

    void count(MarketOutput said) {
        if (said instanceof MarketOutput.ExecutionReport report) {
            orders.get(report.type()).inc();
            if (report.type() == ExecutionType.REJECTED) {
                rejected.get(report.rejection()).inc();
            }
        } else if (said instanceof MarketOutput.PricePublished price) {
            calls.inc();
            if (price.volumeLots() > 0) {
                callsWithPrice.inc();
                lots.inc(price.volumeLots());
            }
        } else if (said instanceof MarketOutput.AllocationGranted) {
            allocations.inc();
        }
    }

    void cleared(long nanos) {
        clearingNanos = nanos;
    }
}
