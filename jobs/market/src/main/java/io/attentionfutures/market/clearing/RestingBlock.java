package io.attentionfutures.market.clearing;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;

/**
 * An order that trades whole or not at all: a block over consecutive periods, or a fill-or-kill
 * order in one.
 *
 * @param sequence place in time among the blocks of its market
 * @param startMillis start of delivery of its first period
 * @param periods number of periods
 * @param lots lots in each period
 * @param limitTicks limit on the mean price, 0 for a market order
 * @param killed whether it lives for one uncross only
 * @param reservedPerLot what each lot of each period holds back beyond margin, minor units
 */
record RestingBlock(
        long sequence,
        String account,
        String clientOrderId,
        Side side,
        OrderType type,
        long startMillis,
        int periods,
        long lots,
        long limitTicks,
        boolean killed,
        long reservedPerLot) {
    long endMillis(long periodMillis) {
        return startMillis + periods * periodMillis;
    }

    boolean covers(ContractState contract) {
        long start = contract.code.startMillis();
        return start >= startMillis && start < endMillis(contract.code.periodMillis());
    }
}
