package io.attentionfutures.local.run;

import io.attentionfutures.schemas.ExecutionReport;
import io.attentionfutures.schemas.OrderSide;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of orders, and checks that lots and money are conserved. */
final class OrderOutcomes {
    long accepted;
    long replaced;
    long filled;
    long cancelled;
    long expired;
    final Map<String, Long> rejected = new TreeMap<>();
    private long cashImbalance;
    private final Map<String, Long> positionImbalances = new HashMap<>();
    private final Map<String, long[]> buys = new HashMap<>();

    void add(ExecutionReport report) {
        switch (report.getExecutionType()) {
            case NEW -> {
                accepted++;
                if (report.getSide() == OrderSide.BUY) {
                    buys(report.getContract())[0] += report.getOrderLots();
                }
            }
            case REPLACED -> replaced++;
            case CANCELED -> cancelled++;
            case EXPIRED -> expired++;
            case REJECTED -> rejected.merge(report.getRejectionCode(), 1L, Long::sum);
            case TRADE -> trade(report);
            case UNKNOWN -> throw new IllegalStateException("unknown execution type: " + report);
        }
    }

    private void trade(ExecutionReport report) {
        if (report.getLeavesLots() == 0) {
            filled++;
        }
        boolean buy = report.getSide() == OrderSide.BUY;
        long lots = buy ? report.getLastLots() : -report.getLastLots();
        cashImbalance =
                Math.subtractExact(
                        cashImbalance, Math.multiplyExact(lots, report.getLastPriceTicks()));
        positionImbalances.merge(
                report.getContract(), lots, (a, b) -> a + b == 0 ? null : Long.valueOf(a + b));
        if (buy) {
            buys(report.getContract())[1] += lots;
        }
    }

    private long[] buys(String contract) {
        return buys.computeIfAbsent(contract, code -> new long[2]);
    }

    /** Returns the share of the lots that buyers asked for which they got. */
    double fillRatio(String contract) {
        long[] asked = buys.get(contract);
        return asked == null || asked[0] == 0 ? Double.NaN : (double) asked[1] / asked[0];
    }

    /** Orders that have not ended. */
    long open() {
        return accepted - filled - cancelled - expired;
    }

    /** Sum of all cash that fills moved, in ticks times lots; 0 if it is conserved. */
    long cash() {
        return cashImbalance;
    }

    /** Sum over contracts of the lots bought and not sold; 0 if they are conserved. */
    long positions() {
        return positionImbalances.values().stream().mapToLong(Math::abs).sum();
    }
}
