package io.attentionfutures.market.clearing;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A resting order as it was stored, on its way back into its book. */
record StoredOrder(
        long serial,
        long sequence,
        String account,
        String clientOrderId,
        Side side,
        OrderType type,
        TimeInForce timeInForce,
        long limitTicks,
        long orderLots,
        long cumulativeLots,
        long expiresMillis,
        long reservedPerLot) {
    /** Puts orders back by sequence: that is their place in time. */
    static void restore(List<DataInput> stored, Map<Long, ContractState> bySerial)
            throws IOException {
        List<StoredOrder> orders = new ArrayList<>(stored.size());
        for (DataInput in : stored) {
            orders.add(read(in));
        }
        orders.sort(Comparator.comparingLong(StoredOrder::sequence));
        for (StoredOrder order : orders) {
            bySerial.get(order.serial)
                    .book
                    .storage()
                    .restoreOrder(
                            order.account,
                            order.clientOrderId,
                            order.side,
                            order.type,
                            order.timeInForce,
                            order.limitTicks,
                            order.sequence,
                            order.orderLots,
                            order.cumulativeLots,
                            order.expiresMillis,
                            order.reservedPerLot);
        }
    }

    private static StoredOrder read(DataInput in) throws IOException {
        return new StoredOrder(
                Binary.readLong(in),
                Binary.readLong(in),
                Binary.readText(in),
                Binary.readText(in),
                Binary.readCode(in, Binary.SIDES),
                Binary.readCode(in, Binary.ORDER_TYPES),
                Binary.readCode(in, Binary.TIMES_IN_FORCE),
                Binary.readLong(in),
                Binary.readLong(in),
                Binary.readLong(in),
                Binary.readLong(in),
                Binary.readLong(in));
    }
}
