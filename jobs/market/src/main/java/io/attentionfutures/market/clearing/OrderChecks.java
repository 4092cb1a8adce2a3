package io.attentionfutures.market.clearing;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.SelfTradePrevention;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.clearing.MarketEvent.NewOrder;
import io.attentionfutures.market.clearing.MarketEvent.OrderCommand;
import io.attentionfutures.market.clearing.MarketEvent.ReplaceOrder;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import java.util.List;

/** Puts the checks of commands in order; the first that fails names the reason. */
final class OrderChecks {
    private final Admission admission;
    private final OrderMargin orderMargin;

    OrderChecks(Admission admission, OrderMargin orderMargin) {
        this.admission = admission;
        this.orderMargin = orderMargin;
    }

    /** All checks of a new order behind those of its account and contract. */
    Rejection checkNew(ContractState contract, AccountState owner, NewOrder command) {
        String account = owner.id();
        long limit = command.limitTicks();
        Rejection rejection = admission.open(contract);
        if (rejection == null) {
            rejection = admission.duplicate(contract, account, command);
        }
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
        if (rejection != null || command.timeInForce() == TimeInForce.FOK) {
            return rejection;
        }
        return orderMargin.check(
                List.of(contract),
                owner,
                command.side(),
                command.lots(),
                OrderMargin.reservedPerLot(
                        contract, owner.account, command.side(), command.type(), limit),
                null);
    }

    /** All checks of a replacement behind those of the order that it names. */
    Rejection checkReplace(
            ContractState contract, AccountState owner, ReplaceOrder command, RestingOrder order) {
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
        if (rejection != null) {
            return rejection;
        }
        return orderMargin.check(
                List.of(contract),
                owner,
                order.side(),
                command.lots() - order.cumulativeLots(),
                OrderMargin.reservedPerLot(
                        contract, owner.account, order.side(), order.type(), limit),
                order);
    }

    /** The checks that a cancel and a replace have in common. */
    Rejection checkExisting(
            OrderCommand command,
            AccountState account,
            ContractState contract,
            boolean found,
            String orderId) {
        Rejection rejection = admission.account(command, account);
        if (rejection == null) {
            rejection =
                    contract == null
                            ? admission.noContract(command.contract())
                            : admission.freeze(contract);
        }
        if (rejection == null && !found) {
            rejection = unknownOrder(contract, account.account.id(), orderId);
        }
        return rejection;
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
        if (side == null) {
            return null;
        }
        RestingBlock block =
                contract.market.blocks.ownCrossing(
                        contract, account, side, type == OrderType.MARKET, limitTicks);
        if (block != null) {
            return Rejection.of(
                    RejectionCode.SELF_CROSS,
                    "side",
                    side,
                    "could meet the account's own order " + block.clientOrderId());
        }
        if (cancelsResting(contract)) {
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

    static boolean cancelsResting(ContractState contract) {
        return contract.rules().selfTradePrevention() == SelfTradePrevention.CANCEL_RESTING;
    }
}
