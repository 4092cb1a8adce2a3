package io.attentionfutures.market.clearing;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.book.OrderBook;
import io.attentionfutures.market.book.RestingOrder;
import java.io.DataInput;
import java.io.IOException;
import java.util.Comparator;

/** A resting order as it was stored, on its way back into its book. */
record StoredOrder(
        StoredValue value,
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
    static final Comparator<StoredOrder> BY_SEQUENCE =
            Comparator.comparingLong(StoredOrder::sequence);

    RestingOrder restore(OrderBook book) {
        return book.storage()
                .restoreOrder(
                        account,
                        clientOrderId,
                        side,
                        type,
                        timeInForce,
                        limitTicks,
                        sequence,
                        orderLots,
                        cumulativeLots,
                        expiresMillis,
                        reservedPerLot);
    }

    static StoredOrder read(StoredValue value) throws IOException {
        DataInput in = value.content();
        return new StoredOrder(
                value,
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
