package io.attentionfutures.market.clearing;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.book.OrderBook;
import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.clearing.MarketEvent.CancelOrder;
import io.attentionfutures.market.clearing.MarketEvent.NewBlockOrder;
import io.attentionfutures.market.clearing.MarketEvent.NewOrder;
import io.attentionfutures.market.clearing.MarketEvent.OrderCommand;
import io.attentionfutures.market.clearing.MarketEvent.ReplaceOrder;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;

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
    private final OrderChecks checks;
    private final OrderMargin orderMargin;
    private final OrderRemoval removal;
    private final BlockEntry blocks;
    private final Indications indications;
    private final Watch watch;
    private final Audit audit;

    OrderEntry(
            Segment segment,
            Reports reports,
            Admission admission,
            OrderMargin orderMargin,
            OrderRemoval removal,
            BlockEntry blocks,
            Indications indications,
            Watch watch,
            Audit audit) {
        this.segment = segment;
        this.reports = reports;
        this.admission = admission;
        this.checks = new OrderChecks(admission, orderMargin);
        this.orderMargin = orderMargin;
        this.removal = removal;
        this.blocks = blocks;
        this.indications = indications;
        this.watch = watch;
        this.audit = audit;
    }

    void enter(NewOrder command) {
        AccountState account = segment.accounts.get(command.account());
        ContractState contract = segment.contracts.get(command.contract());
        Rejection rejection = admission.account(command, account);
        if (rejection == null && contract == null) {
            rejection = admission.noContract(command.contract());
        }
        if (rejection == null) {
            rejection = checks.checkNew(contract, account, command);
        }
        if (rejection == null && command.timeInForce() == TimeInForce.FOK) {
            rejection = blocks.enter(command, account, contract);
            if (rejection == null) {
                indications.bookChanged(contract);
                return;
            }
        }
        if (rejection != null) {
            reject(command, null, rejection);
            return;
        }
        cancelOwnCrossing(
                contract, account.id(), command.side(), command.type(), command.limitTicks());
        reports.entered(command, place(contract, account, command));
        bookChanged(contract);
    }

    private RestingOrder place(ContractState contract, AccountState account, NewOrder command) {
        RestingOrder order =
                contract.book.enter(
                        account.id(),
                        command.clientOrderId(),
                        command.side(),
                        command.type(),
                        command.timeInForce(),
                        command.lots(),
                        command.limitTicks());
        boolean dated = command.timeInForce() == TimeInForce.GTD;
        annotate(contract, account, order, dated ? command.expiresMillis() : Long.MAX_VALUE);
        watch.entered(contract, order);
        return order;
    }

    private void annotate(
            ContractState contract, AccountState account, RestingOrder order, long expiresMillis) {
        contract.book.annotate(order, expiresMillis, reservedPerLot(contract, account, order));
        orderMargin.entered(contract, order);
        if (expiresMillis < contract.gateMillis) {
            segment.planExpiry(contract, order);
        }
    }

    private static long reservedPerLot(
            ContractState contract, AccountState account, RestingOrder order) {
        return OrderMargin.reservedPerLot(
                contract, account.account, order.side(), order.type(), order.limitTicks());
    }

    void enter(NewBlockOrder command) {
        AccountState account = segment.accounts.get(command.account());
        ContractState first = segment.contracts.get(command.contract());
        Rejection rejection = admission.account(command, account);
        if (rejection == null && first == null) {
            rejection = admission.noContract(command.contract());
        }
        if (rejection == null) {
            rejection = blocks.enter(command, account, first);
        }
        if (rejection != null) {
            reject(command, null, rejection);
        }
    }

    /** The market's own command: rejections are not worth a report. */
    boolean enterQuietly(ContractState contract, AccountState account, NewOrder command) {
        Rejection rejection = admission.account(command, account);
        if (rejection == null) {
            rejection = checks.checkNew(contract, account, command);
        }
        if (rejection != null) {
            return false;
        }
        reports.entered(command, place(contract, account, command));
        bookChanged(contract);
        return true;
    }

    private void reject(OrderCommand command, RestingOrder order, Rejection rejection) {
        reports.rejected(command, order, rejection.code(), rejection.reason());
        audit.rejected(
                command.position(),
                "order command",
                command.clientOrderId(),
                rejection.code(),
                rejection.reason());
    }

    void cancel(CancelOrder command) {
        AccountState account = segment.accounts.get(command.account());
        ContractState contract = segment.contracts.get(command.contract());
        RestingOrder order = find(contract, account, command.originalClientOrderId());
        RestingBlock block =
                order == null && contract != null
                        ? contract.market.blocks.find(
                                contract, command.account(), command.originalClientOrderId())
                        : null;
        Rejection rejection =
                checks.checkExisting(
                        command,
                        account,
                        contract,
                        order != null || block != null,
                        command.originalClientOrderId());
        if (rejection != null) {
            reject(command, order, rejection);
            return;
        }
        if (block != null) {
            blocks.cancel(command, contract, block);
            indications.bookChanged(contract);
            return;
        }
        long leaves = order.leavesLots();
        long indicative = watch.before(contract, order);
        contract.book.cancel(order);
        orderMargin.released(contract, order, leaves);
        watch.cancelled(contract, order, leaves, indicative);
        reports.canceled(command, order);
        bookChanged(contract);
    }

    void replace(ReplaceOrder command) {
        AccountState account = segment.accounts.get(command.account());
        ContractState contract = segment.contracts.get(command.contract());
        RestingOrder order = find(contract, account, command.originalClientOrderId());
        Rejection rejection =
                checks.checkExisting(
                        command, account, contract, order != null, command.originalClientOrderId());
        if (rejection == null) {
            rejection = admission.open(contract);
        }
        if (rejection == null) {
            rejection = checks.checkReplace(contract, account, command, order);
        }
        if (rejection != null) {
            reject(command, order, rejection);
            return;
        }
        cancelOwnCrossing(
                contract, order.account(), order.side(), order.type(), command.limitTicks());
        long leaves = order.leavesLots();
        long indicative = watch.before(contract, order);
        orderMargin.released(contract, order, leaves);
        long expires = order.expiresMillis();
        RestingOrder replaced =
                contract.book.replace(
                        order, command.clientOrderId(), command.lots(), command.limitTicks());
        annotate(contract, account, replaced, expires);
        watch.replaced(contract, order, leaves, replaced, indicative);
        reports.replaced(command, replaced);
        bookChanged(contract);
    }

    private static RestingOrder find(ContractState contract, AccountState account, String id) {
        return contract == null || account == null
                ? null
                : contract.book.find(account.account.id(), id);
    }

    private void cancelOwnCrossing(
            ContractState contract, String account, Side side, OrderType type, long limitTicks) {
        if (!OrderChecks.cancelsResting(contract)) {
            return;
        }
        OrderBook book = contract.book;
        RestingOrder own = book.ownCrossing(account, side, type, limitTicks);
        while (own != null) {
            removal.remove(contract, own, ExecutionType.CANCELED);
            own = book.ownCrossing(account, side, type, limitTicks);
        }
    }

    private void bookChanged(ContractState contract) {
        segment.bookChanged(contract);
        indications.bookChanged(contract);
    }
}
