package io.attentionfutures.market.clearing;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.clearing.MarketEvent.CancelOrder;
import io.attentionfutures.market.clearing.MarketEvent.NewBlockOrder;
import io.attentionfutures.market.clearing.MarketEvent.NewOrder;
import io.attentionfutures.market.clearing.MarketEvent.OrderCommand;
import io.attentionfutures.market.clearing.MarketEvent.ReplaceOrder;
import io.attentionfutures.market.clearing.MarketOutput.AllocationGranted;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionReport;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import java.util.function.Consumer;

/** Numbers what the segment says and hands it out. */
final class Reports {
    private final Segment segment;
    private Consumer<MarketOutput> out = output -> {};
    private long nextSequence;

    Reports(Segment segment) {
        this.segment = segment;
    }

    void to(Consumer<MarketOutput> consumer) {
        out = consumer;
    }

    long nextSequence() {
        return nextSequence;
    }

    void restoreNextSequence(long sequence) {
        nextSequence = sequence;
    }

    /** Hands out a record that already has {@link #nextSequence} as its sequence. */
    void say(MarketOutput output) {
        nextSequence++;
        out.accept(output);
    }

    void entered(NewOrder command, RestingOrder order) {
        report(command, command.clientOrderId(), "", order, ExecutionType.NEW);
    }

    void canceled(CancelOrder command, RestingOrder order) {
        report(
                command,
                text(command.clientOrderId()),
                order.clientOrderId(),
                order,
                ExecutionType.CANCELED);
    }

    void replaced(ReplaceOrder command, RestingOrder order) {
        report(
                command,
                order.clientOrderId(),
                command.originalClientOrderId(),
                order,
                ExecutionType.REPLACED);
    }

    private void report(
            OrderCommand command,
            String id,
            String originalId,
            RestingOrder order,
            ExecutionType type) {
        say(
                new ExecutionReport(
                        segment.name,
                        segment.nowMillis,
                        nextSequence,
                        command.position(),
                        order.account(),
                        id,
                        originalId,
                        command.contract(),
                        type,
                        order.side(),
                        order.limitTicks(),
                        order.orderLots(),
                        order.cumulativeLots(),
                        order.leavesLots(),
                        order.cancelledLots(),
                        0,
                        0,
                        RejectionCode.NONE,
                        ""));
    }

    /** Reports what became of an order without a command of its owner. */
    void unasked(ExecutionType type, ContractState contract, RestingOrder order) {
        traded(type, contract, order, 0, 0);
    }

    void filled(ContractState contract, RestingOrder order, long lots, long priceTicks) {
        traded(ExecutionType.TRADE, contract, order, lots, priceTicks);
    }

    private void traded(
            ExecutionType type,
            ContractState contract,
            RestingOrder order,
            long lots,
            long priceTicks) {
        say(
                new ExecutionReport(
                        segment.name,
                        segment.nowMillis,
                        nextSequence,
                        null,
                        order.account(),
                        order.clientOrderId(),
                        "",
                        contract.name,
                        type,
                        order.side(),
                        order.limitTicks(),
                        order.orderLots(),
                        order.cumulativeLots(),
                        order.leavesLots(),
                        order.cancelledLots(),
                        lots,
                        priceTicks,
                        RejectionCode.NONE,
                        ""));
    }

    /**
     * Rejects a command. A rejected new order counts as cancelled as a whole; a rejected cancel or
     * replace shows the order that it names as it is, if there is one.
     */
    void rejected(OrderCommand command, RestingOrder order, RejectionCode code, String reason) {
        Side side = order == null ? null : order.side();
        long limit = order == null ? 0 : order.limitTicks();
        long lots = order == null ? 0 : order.orderLots();
        String originalId = "";
        if (command instanceof NewOrder) {
            NewOrder entered = (NewOrder) command;
            side = entered.side();
            limit = entered.limitTicks();
            lots = entered.lots();
        } else if (command instanceof NewBlockOrder) {
            NewBlockOrder entered = (NewBlockOrder) command;
            side = entered.side();
            limit = entered.limitTicks();
            lots = entered.lots();
        } else if (command instanceof CancelOrder) {
            originalId = ((CancelOrder) command).originalClientOrderId();
        } else if (command instanceof ReplaceOrder) {
            originalId = ((ReplaceOrder) command).originalClientOrderId();
        }
        say(
                new ExecutionReport(
                        segment.name,
                        segment.nowMillis,
                        nextSequence,
                        command.position(),
                        text(command.account()),
                        text(command.clientOrderId()),
                        text(originalId),
                        text(command.contract()),
                        ExecutionType.REJECTED,
                        side,
                        limit,
                        lots,
                        order == null ? 0 : order.cumulativeLots(),
                        order == null ? 0 : order.leavesLots(),
                        order == null ? lots : order.cancelledLots(),
                        0,
                        0,
                        code,
                        reason));
    }

    /**
     * Reports on an order that trades whole or not at all.
     *
     * @param command the command that is answered, null if none asked
     * @param contract the contract of one of its periods
     * @param filled whether it traded there
     * @param leaves whether it rests
     */
    void block(
            OrderCommand command,
            RestingBlock block,
            String contract,
            ExecutionType type,
            boolean filled,
            boolean leaves,
            long priceTicks) {
        boolean cancel = command instanceof CancelOrder;
        say(
                new ExecutionReport(
                        segment.name,
                        segment.nowMillis,
                        nextSequence,
                        command == null ? null : command.position(),
                        block.account(),
                        cancel ? text(command.clientOrderId()) : block.clientOrderId(),
                        cancel ? block.clientOrderId() : "",
                        contract,
                        type,
                        block.side(),
                        block.limitTicks(),
                        block.lots(),
                        filled ? block.lots() : 0,
                        leaves ? block.lots() : 0,
                        filled || leaves ? 0 : block.lots(),
                        filled ? block.lots() : 0,
                        filled ? priceTicks : 0,
                        RejectionCode.NONE,
                        ""));
    }

    void allocated(
            ContractState contract, String account, String provider, long lots, long priceTicks) {
        say(
                new AllocationGranted(
                        segment.name,
                        segment.nowMillis,
                        nextSequence,
                        contract.name,
                        account,
                        provider,
                        lots,
                        priceTicks,
                        contract.code.startMillis(),
                        contract.code.endMillis()));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
