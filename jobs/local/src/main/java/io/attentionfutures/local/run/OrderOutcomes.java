package io.attentionfutures.local.run;

import io.attentionfutures.schemas.ExecutionReport;
import io.attentionfutures.schemas.OrderSide;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts what became of orders, and checks that lots and money are conserved. Reports of one
 * account come in order.
 */
final class OrderOutcomes {
    long accepted;
    long replaced;
    long filled;
    long cancelled;
    long expired;
    long suspended;
    final Map<String, Long> rejected = new TreeMap<>();
    private long cashImbalance;
    private final Map<Order, Terms> open = new HashMap<>();
    private final Set<TradedBlock> tradedBlocks = new HashSet<>();
    private final Map<String, Map<String, Long>> holdings = new HashMap<>();
    private final Map<String, long[]> buys = new HashMap<>();

    /** An order; a block order has the contract of its first period. */
    private record Order(String account, String contract, String clientOrderId) {
        static Order of(ExecutionReport report, String id) {
            return new Order(report.getAccount(), report.getContract(), id);
        }
    }

    /** What tells an order from a block order of the same name that began in another contract. */
    private record Terms(OrderSide side, long lots, long limitTicks) {
        static Terms of(ExecutionReport report) {
            return new Terms(report.getSide(), report.getOrderLots(), report.getLimitTicks());
        }
    }

    private record TradedBlock(String account, String clientOrderId, Instant time) {}

    void add(ExecutionReport report) {
        switch (report.getExecutionType()) {
            case NEW -> {
                accepted++;
                open.put(Order.of(report, report.getClientOrderId()), Terms.of(report));
                asked(report, report.getOrderLots());
            }
            case REPLACED -> {
                replaced++;
                open.remove(Order.of(report, report.getOriginalClientOrderId()));
                open.put(Order.of(report, report.getClientOrderId()), Terms.of(report));
            }
            case CANCELED -> {
                cancelled++;
                String original = report.getOriginalClientOrderId();
                open.remove(
                        Order.of(
                                report, original.isEmpty() ? report.getClientOrderId() : original));
            }
            case EXPIRED -> {
                expired++;
                open.remove(Order.of(report, report.getClientOrderId()));
            }
            case SUSPENDED -> {
                suspended++;
                open.remove(Order.of(report, report.getClientOrderId()));
            }
            case REJECTED -> rejected.merge(report.getRejectionCode(), 1L, Long::sum);
            case TRADE -> trade(report);
            case UNKNOWN -> throw new IllegalStateException("unknown execution type: " + report);
        }
    }

    private void trade(ExecutionReport report) {
        if (!Terms.of(report).equals(open.get(Order.of(report, report.getClientOrderId())))) {
            // Another period of a block order: that of the first one has ended the order.
            tradedBlocks.add(
                    new TradedBlock(
                            report.getAccount(), report.getClientOrderId(), report.getTime()));
            asked(report, report.getLastLots());
        } else if (report.getLeavesLots() == 0) {
            filled++;
            open.remove(Order.of(report, report.getClientOrderId()));
        }
        boolean buy = report.getSide() == OrderSide.BUY;
        long lots = buy ? report.getLastLots() : -report.getLastLots();
        cashImbalance =
                Math.subtractExact(
                        cashImbalance, Math.multiplyExact(lots, report.getLastPriceTicks()));
        holdings.computeIfAbsent(report.getContract(), contract -> new HashMap<>())
                .merge(report.getAccount(), lots, Long::sum);
        if (buy) {
            buys(report.getContract())[1] += lots;
        }
    }

    private void asked(ExecutionReport report, long lots) {
        if (report.getSide() == OrderSide.BUY) {
            buys(report.getContract())[0] += lots;
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
        return accepted - filled - cancelled - expired - suspended;
    }

    /** Block orders over more than one period that traded. */
    long tradedBlocks() {
        return tradedBlocks.size();
    }

    /** Sum of all cash that fills moved, in ticks times lots; 0 if it is conserved. */
    long cash() {
        return cashImbalance;
    }

    /** Sum over contracts of the lots bought and not sold; 0 if they are conserved. */
    long positions() {
        return holdings.values().stream()
                .mapToLong(accounts -> accounts.values().stream().mapToLong(Long::longValue).sum())
                .map(Math::abs)
                .sum();
    }

    /** Lots of a contract that were held when it closed. */
    long openInterest(String contract) {
        return holdings.getOrDefault(contract, Map.of()).values().stream()
                .mapToLong(lots -> Math.max(0, lots))
                .sum();
    }
}
