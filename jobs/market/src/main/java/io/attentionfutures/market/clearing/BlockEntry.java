package io.attentionfutures.market.clearing;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.clearing.MarketEvent.CancelOrder;
import io.attentionfutures.market.clearing.MarketEvent.NewBlockOrder;
import io.attentionfutures.market.clearing.MarketEvent.NewOrder;
import io.attentionfutures.market.clearing.MarketEvent.OrderCommand;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Enters and removes orders that trade whole or not at all: blocks over consecutive periods, and
 * fill-or-kill orders as blocks of one period. A block is known by its id and the contract of its
 * first period.
 */
final class BlockEntry {
    private final Segment segment;
    private final Reports reports;
    private final Admission admission;
    private final OrderMargin orderMargin;

    BlockEntry(Segment segment, Reports reports, Admission admission, OrderMargin orderMargin) {
        this.segment = segment;
        this.reports = reports;
        this.admission = admission;
        this.orderMargin = orderMargin;
    }

    /** Enters a block if nothing speaks against it, and returns what does. */
    Rejection enter(NewBlockOrder command, AccountState account, ContractState first) {
        Rejection rejection = admission.periods(command, first);
        if (rejection != null) {
            return rejection;
        }
        List<ContractState> legs = new ArrayList<>();
        long period = first.code.periodMillis();
        for (int i = 0; i < command.periods(); i++) {
            ContractState leg = first.market.contracts.get(first.code.startMillis() + i * period);
            if (leg == null) {
                return Rejection.of(
                        RejectionCode.UNKNOWN_CONTRACT,
                        "periods",
                        command.periods(),
                        "only " + i + " consecutive periods of " + first.name + " trade");
            }
            rejection = admission.open(leg);
            if (rejection != null) {
                return rejection;
            }
            legs.add(leg);
        }
        rejection = admission.duplicate(first, account.id(), command);
        if (rejection == null) {
            rejection = admission.quantity(first, command.lots(), 0);
        }
        if (rejection == null) {
            rejection = admission.hardLimit(first, command.limitTicks());
        }
        if (rejection == null) {
            rejection = admission.supported(command);
        }
        if (rejection != null) {
            return rejection;
        }
        return enter(
                command,
                account,
                legs,
                command.side(),
                OrderType.LIMIT,
                command.lots(),
                command.limitTicks(),
                false);
    }

    /** Enters a fill-or-kill order that passed all checks but the last ones. */
    Rejection enter(NewOrder command, AccountState account, ContractState contract) {
        return enter(
                command,
                account,
                List.of(contract),
                command.side(),
                command.type(),
                command.lots(),
                command.type() == OrderType.MARKET ? 0 : command.limitTicks(),
                true);
    }

    private Rejection enter(
            OrderCommand command,
            AccountState account,
            List<ContractState> legs,
            Side side,
            OrderType type,
            long lots,
            long limitTicks,
            boolean killed) {
        boolean anyPrice = type == OrderType.MARKET || legs.size() > 1;
        for (ContractState leg : legs) {
            Rejection crossing = selfCross(leg, account.id(), side, anyPrice, limitTicks);
            if (crossing != null) {
                return crossing;
            }
        }
        ContractState first = legs.get(0);
        long reserved =
                legs.stream()
                        .mapToLong(
                                leg ->
                                        OrderMargin.reservedPerLot(
                                                leg, account.account, side, type, limitTicks))
                        .max()
                        .getAsLong();
        Rejection rejection = orderMargin.check(legs, account, side, lots, reserved, null);
        if (rejection != null) {
            return rejection;
        }
        BlockBook blocks = first.market.blocks;
        RestingBlock block =
                new RestingBlock(
                        blocks.nextSequence++,
                        account.id(),
                        command.clientOrderId(),
                        side,
                        type,
                        first.code.startMillis(),
                        legs.size(),
                        lots,
                        limitTicks,
                        killed,
                        reserved);
        blocks.add(block);
        first.market.specificationChanged = true;
        first.book.spendId(account.id(), command.clientOrderId());
        for (ContractState leg : legs) {
            orderMargin.order(leg, account.id(), side, lots, reserved);
            segment.bookChanged(leg);
        }
        reports.block(command, block, first.name, ExecutionType.NEW, false, true, 0);
        return null;
    }

    private static Rejection selfCross(
            ContractState leg, String account, Side side, boolean anyPrice, long limitTicks) {
        RestingOrder own =
                leg.book.ownCrossing(
                        account, side, anyPrice ? OrderType.MARKET : OrderType.LIMIT, limitTicks);
        String id = own == null ? null : own.clientOrderId();
        RestingBlock block =
                leg.market.blocks.ownCrossing(leg, account, side, anyPrice, limitTicks);
        id = block == null ? id : block.clientOrderId();
        return id == null
                ? null
                : Rejection.of(
                        RejectionCode.SELF_CROSS,
                        "side",
                        side,
                        "could meet the account's own order " + id + " in " + leg.name);
    }

    void cancel(CancelOrder command, ContractState first, RestingBlock block) {
        release(first.market, block);
        reports.block(command, block, first.name, ExecutionType.CANCELED, false, false, 0);
    }

    /** Takes a block out without a command of its owner. */
    void remove(Market market, RestingBlock block, ExecutionType type) {
        release(market, block);
        reports.block(null, block, firstContract(market, block), type, false, false, 0);
    }

    /** Takes a block out of the book and gives back what it reserved in every period. */
    void release(Market market, RestingBlock block) {
        market.blocks.remove(block);
        market.specificationChanged = true;
        for (ContractState contract : market.contracts.values()) {
            if (block.covers(contract)) {
                orderMargin.order(
                        contract,
                        block.account(),
                        block.side(),
                        -block.lots(),
                        block.reservedPerLot());
                segment.bookChanged(contract);
            }
        }
    }

    private static String firstContract(Market market, RestingBlock block) {
        ContractState first = market.contracts.get(block.startMillis());
        return first == null ? market.name() : first.name;
    }
}
