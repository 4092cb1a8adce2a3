package io.attentionfutures.market.clearing;

import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.margin.AccountStatus;

/** Works out again what is not stored because it follows from what is. */
final class RestoredSegment {
    private RestoredSegment() {}

    static void complete(Segment segment) {
        OrderMargin margin = new OrderMargin(segment);
        for (Market market : segment.markets.values()) {
            long period = market.specification.periodMillis();
            segment.deadlines.addListing(
                    (Math.floorDiv(segment.nowMillis, period) + 1) * period, market);
            market.contracts.values().forEach(contract -> trading(segment, contract, margin));
            for (RestingBlock block : market.blocks.all()) {
                for (ContractState contract : market.contracts.values()) {
                    if (block.covers(contract)) {
                        margin.order(
                                contract,
                                block.account(),
                                block.side(),
                                block.lots(),
                                block.reservedPerLot());
                    }
                }
            }
            for (ContractState contract : market.allContracts()) {
                contract.positions.values().forEach(position -> margin.renew(contract, position));
            }
            market.delivering.values().forEach(segment.deadlines::addSettle);
        }
        for (AccountState account : segment.accounts.values()) {
            segment.cash.add(account.cash);
            if (account.check.status() != AccountStatus.NORMAL) {
                segment.called.add(account);
            }
            if (account.check.status() == AccountStatus.MARGIN_CALL) {
                segment.deadlines.addMargin(account);
            } else if (account.check.status() == AccountStatus.LIQUIDATING) {
                segment.liquidating.put(account.id(), account);
            }
        }
    }

    private static void trading(Segment segment, ContractState contract, OrderMargin margin) {
        segment.deadlines.addClose(contract);
        if (contract.nextCallMillis != ContractState.NEVER) {
            segment.deadlines.addCall(contract);
        }
        if (contract.indicationMillis != ContractState.NEVER) {
            segment.deadlines.addIndication(contract);
        }
        for (RestingOrder order : contract.book.orders()) {
            margin.entered(contract, order);
            if (order.expiresMillis() < contract.gateMillis) {
                segment.planExpiry(contract, order);
            }
        }
    }
}
