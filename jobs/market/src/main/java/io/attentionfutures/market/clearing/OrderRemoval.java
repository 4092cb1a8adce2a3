package io.attentionfutures.market.clearing;

import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;

/** Takes orders out of their books without a command of their owner. */
final class OrderRemoval {
    private final Segment segment;
    private final Reports reports;
    private final OrderMargin orderMargin;

    OrderRemoval(Segment segment, Reports reports, OrderMargin orderMargin) {
        this.segment = segment;
        this.reports = reports;
        this.orderMargin = orderMargin;
    }

    /** Takes one order out and says so. */
    void remove(ContractState contract, RestingOrder order, ExecutionType type) {
        long leaves = order.leavesLots();
        contract.book.cancel(order);
        orderMargin.released(contract, order, leaves);
        segment.changes.touch(contract);
        reports.unasked(type, contract, order);
    }

    /** Takes all orders of an account out of all books: markets by name, contracts by start. */
    void removeAll(AccountState account, ExecutionType type) {
        for (Market market : segment.markets.values()) {
            for (ContractState contract : market.contracts.values()) {
                for (RestingOrder order : contract.book.ordersOf(account.id())) {
                    remove(contract, order, type);
                    contract.bookChanged = true;
                    segment.scheduleCall(contract);
                }
            }
        }
    }
}
