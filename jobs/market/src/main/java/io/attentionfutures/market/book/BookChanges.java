package io.attentionfutures.market.book;

import java.util.function.Consumer;

/** Remembers which orders changed since the book was last hashed, and since it was last stored. */
final class BookChanges {
    private final BookHash hash = new BookHash();
    private final PendingOrders unhashed = new PendingOrders(order -> order.hashed);
    private final PendingOrders unstored = new PendingOrders(order -> order.isStored());

    void touch(RestingOrder order) {
        if (!order.hashPending) {
            order.hashPending = true;
            unhashed.add(order);
        }
        if (!order.storePending) {
            order.storePending = true;
            unstored.add(order);
        }
    }

    /** Notes that an order has left the book. */
    void left(RestingOrder order) {
        touch(order);
        unhashed.left(order);
        unstored.left(order);
    }

    /** Notes an order that comes from the store. */
    void restored(RestingOrder order) {
        order.hashPending = true;
        unhashed.add(order);
    }

    String hash() {
        hash.refresh(unhashed.take());
        return hash.hex();
    }

    void takeUnstored(Consumer<RestingOrder> visitor) {
        for (RestingOrder order : unstored.take()) {
            order.storePending = false;
            if (order.isResting() || order.isStored()) {
                visitor.accept(order);
            }
        }
    }
}
