package io.attentionfutures.market.clearing;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.SelfTradePrevention;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.book.OrderBook;
import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.clearing.MarketEvent.CancelOrder;
import io.attentionfutures.market.clearing.MarketEvent.NewOrder;
import io.attentionfutures.market.clearing.MarketEvent.OrderCommand;
import io.attentionfutures.market.clearing.MarketEvent.ReplaceOrder;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;

/**
 * Answers each command with exactly one acknowledgement or rejection. Checks run in the order in
 * which they are written; the first that fails names the reason.
 *
 * <p>The id of an acknowledged new order or replacement is spent; a rejected command's is not. A
 * cancel's own id names no order: it only comes back in the report.
 */
final class OrderEntry {
    private final Segment segment;
    private final Reports reports;
    private final Admission admission;

    OrderEntry(Segment segment, Reports reports) {
        this.segment = segment;
        this.reports = reports;
        this.admission = new Admission(segment);
    }

    void enter(NewOrder command) {
        AccountState account = segment.accounts.get(command.account());
        ContractState contract = segment.contracts.get(command.contract());
        Rejection rejection = admission.account(command, account);
        if (rejection == null && contract == null) {
            rejection = admission.noContract(command.contract());
        }
        if (rejection == null) {
            rejection = checkNew(contract, account.account.id(), command);
        }
        if (rejection != null) {
            reports.rejected(command, null, rejection.code(), rejection.reason());
            return;
        }
        String owner = account.account.id();
        cancelOwnCrossing(contract, owner, command.side(), command.type(), command.limitTicks());
        RestingOrder order =
                contract.book.enter(
                        owner,
                        command.clientOrderId(),
                        command.side(),
                        command.type(),
                        command.timeInForce(),
                        command.lots(),
                        command.limitTicks());
        bookChanged(contract);
        reports.entered(command, order);
    }

    private Rejection checkNew(ContractState contract, String account, NewOrder command) {
        long limit = command.limitTicks();
        Rejection rejection = admission.duplicate(contract, account, command);
        if (rejection == null) {
            rejection = admission.quantity(contract, command.lots(), 0);
        }
        if (rejection == null) {
            rejection = admission.limit(contract, command.type(), limit);
        }
        if (rejection == null) {
            rejection = admission.supported(command);
        }
        if (rejection == null) {
            rejection = selfCross(contract, account, command.side(), command.type(), limit);
        }
        return rejection == null ? exposure() : rejection;
    }

    void cancel(CancelOrder command) {
        AccountState account = segment.accounts.get(command.account());
        ContractState contract = segment.contracts.get(command.contract());
        RestingOrder order = find(contract, account, command.originalClientOrderId());
        Rejection rejection =
                checkExisting(command, account, contract, order, command.originalClientOrderId());
        if (rejection != null) {
            reports.rejected(command, order, rejection.code(), rejection.reason());
            return;
        }
        contract.book.cancel(order);
        bookChanged(contract);
        reports.canceled(command, order);
    }

    void replace(ReplaceOrder command) {
        AccountState account = segment.accounts.get(command.account());
        ContractState contract = segment.contracts.get(command.contract());
        RestingOrder order = find(contract, account, command.originalClientOrderId());
        Rejection rejection =
                checkExisting(command, account, contract, order, command.originalClientOrderId());
        if (rejection == null) {
            rejection = checkReplace(contract, command, order);
        }
        if (rejection != null) {
            reports.rejected(command, order, rejection.code(), rejection.reason());
            return;
        }
        cancelOwnCrossing(
                contract, order.account(), order.side(), order.type(), command.limitTicks());
        RestingOrder replaced =
                contract.book.replace(
                        order, command.clientOrderId(), command.lots(), command.limitTicks());
        bookChanged(contract);
        reports.replaced(command, replaced);
    }

    private Rejection checkReplace(
            ContractState contract, ReplaceOrder command, RestingOrder order) {
        String account = order.account();
        long limit = command.limitTicks();
        Rejection rejection = admission.duplicate(contract, account, command);
        if (rejection == null) {
            rejection = admission.quantity(contract, command.lots(), order.cumulativeLots());
        }
        if (rejection == null) {
            rejection = admission.limit(contract, order.type(), limit);
        }
        if (rejection == null) {
            rejection = admission.identified(command);
        }
        if (rejection == null) {
            rejection = selfCross(contract, account, order.side(), order.type(), limit);
        }
        return rejection == null ? exposure() : rejection;
    }

    /** The checks that a cancel and a replace have in common. */
    private Rejection checkExisting(
            OrderCommand command,
            AccountState account,
            ContractState contract,
            RestingOrder order,
            String orderId) {
        Rejection rejection = admission.account(command, account);
        if (rejection == null) {
            rejection =
                    contract == null
                            ? admission.noContract(command.contract())
                            : admission.freeze(contract);
        }
        if (rejection == null && order == null) {
            rejection = unknownOrder(contract, account.account.id(), orderId);
        }
        return rejection;
    }

    private static RestingOrder find(ContractState contract, AccountState account, String id) {
        return contract == null || account == null
                ? null
                : contract.book.find(account.account.id(), id);
    }

    private static Rejection unknownOrder(ContractState contract, String account, String id) {
        return Rejection.of(
                RejectionCode.UNKNOWN_ORDER,
                "originalClientOrderId",
                id,
                contract.book.isUsed(account, id)
                        ? "this order is already filled, cancelled or replaced"
                        : "this account has no such order in " + contract.name);
    }

    private static Rejection selfCross(
            ContractState contract, String account, Side side, OrderType type, long limitTicks) {
        if (prevention(contract) == SelfTradePrevention.CANCEL_RESTING) {
            return null;
        }
        RestingOrder own = contract.book.ownCrossing(account, side, type, limitTicks);
        return own == null
                ? null
                : Rejection.of(
                        RejectionCode.SELF_CROSS,
                        type == OrderType.MARKET ? "type" : "limitTicks",
                        type == OrderType.MARKET ? type : Long.toString(limitTicks),
                        "could meet the account's own order " + own.clientOrderId());
    }

    /** Position limits and margin are checked here, after everything else; none are set yet. */
    private static Rejection exposure() {
        return null;
    }

    private void cancelOwnCrossing(
            ContractState contract, String account, Side side, OrderType type, long limitTicks) {
        if (prevention(contract) != SelfTradePrevention.CANCEL_RESTING) {
            return;
        }
        OrderBook book = contract.book;
        RestingOrder own = book.ownCrossing(account, side, type, limitTicks);
        while (own != null) {
            book.cancel(own);
            reports.unasked(ExecutionType.CANCELED, contract, own);
            own = book.ownCrossing(account, side, type, limitTicks);
        }
    }

    private static SelfTradePrevention prevention(ContractState contract) {
        return contract.market.specification.selfTradePrevention();
    }

    private void bookChanged(ContractState contract) {
        segment.changes.touch(contract);
        contract.bookChanged = true;
        if (contract.quote != null) {
            segment.scheduleCall(contract);
        }
    }
}
