package io.attentionfutures.market.clearing;

import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import java.util.List;

/** Takes orders out of their books without a command of their owner. */
final class OrderRemoval {
    private final Segment segment;
    private final Reports reports;
    private final OrderMargin orderMargin;
    private final BlockEntry blocks;
    private final Watch watch;

    OrderRemoval(
            Segment segment,
            Reports reports,
            OrderMargin orderMargin,
            BlockEntry blocks,
            Watch watch) {
        this.segment = segment;
        this.reports = reports;
        this.orderMargin = orderMargin;
        this.blocks = blocks;
        this.watch = watch;
    }

    /** Takes one order out and says so. */
    void remove(ContractState contract, RestingOrder order, ExecutionType type) {
        long leaves = order.leavesLots();
        contract.book.cancel(order);
        orderMargin.released(contract, order, leaves);
        watch.removed(contract, order, leaves);
        segment.changes.touch(contract);
        reports.unasked(type, contract, order);
    }

    /** Takes all orders of an account out of all books: markets by name, contracts by start. */
    void removeAll(AccountState account, ExecutionType type) {
        for (Market market : segment.markets.values()) {
            for (RestingBlock block : market.blocks.of(account.id())) {
                blocks.remove(market, block, type);
            }
            for (ContractState contract : market.contracts.values()) {
                for (RestingOrder order : contract.book.ordersOf(account.id())) {
                    remove(contract, order, type);
                    segment.bookChanged(contract);
                }
            }
        }
    }

    /** Takes all orders of a contract out: blocks that cover it first, then by sequence. */
    void expireAll(ContractState contract) {
        for (RestingBlock block : contract.market.blocks.covering(contract)) {
            blocks.remove(contract.market, block, ExecutionType.EXPIRED);
        }
        for (RestingOrder order : contract.book.orders()) {
            remove(contract, order, ExecutionType.EXPIRED);
        }
    }

    /** Takes the orders out that were good till a time. */
    void expire(ContractState contract, long timeMillis) {
        List<RestingOrder> expiring = contract.expiries.remove(timeMillis);
        if (expiring == null) {
            return;
        }
        for (RestingOrder order : expiring) {
            if (order.isResting()) {
                remove(contract, order, ExecutionType.EXPIRED);
                segment.bookChanged(contract);
            }
        }
    }
}
