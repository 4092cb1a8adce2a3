package io.attentionfutures.market.book;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Orders that somebody has yet to look at. An order that came and went unseen is dropped again, so
 * that a book on which nobody looks does not grow with every order that it ever had.
 */
final class PendingOrders {
    private static final int SMALL = 1024;

    private final Predicate<RestingOrder> seen;
    private List<RestingOrder> orders = new ArrayList<>();
    private int gone;

    /**
     * @param seen whether whoever looks knows the order and so must hear that it left
     */
    PendingOrders(Predicate<RestingOrder> seen) {
        this.seen = seen;
    }

    void add(RestingOrder order) {
        orders.add(order);
    }

    /** Notes that a pending order has left the book. */
    void left(RestingOrder order) {
        if (!seen.test(order) && ++gone > SMALL && gone > orders.size() / 2) {
            orders.removeIf(pending -> !pending.isResting() && !seen.test(pending));
            gone = 0;
        }
    }

    /** Returns all pending orders and forgets them. */
    List<RestingOrder> take() {
        List<RestingOrder> taken = orders;
        orders = new ArrayList<>();
        gone = 0;
        return taken;
    }
}
