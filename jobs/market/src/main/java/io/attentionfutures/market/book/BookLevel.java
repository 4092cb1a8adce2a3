package io.attentionfutures.market.book;

import java.util.List;

/** The orders of one side at one limit, first come first, or all its market orders. */
final class BookLevel {
    final long limitTicks;
    long lots;
    int orders;
    RestingOrder first;
    RestingOrder last;

    BookLevel(long limitTicks) {
        this.limitTicks = limitTicks;
    }

    void append(RestingOrder order) {
        order.level = this;
        order.previous = last;
        order.next = null;
        if (last == null) {
            first = order;
        } else {
            last.next = order;
        }
        last = order;
        orders++;
        lots += order.leavesLots;
    }

    /** Takes an order out; its leaves must still be those that the level counted. */
    void unlink(RestingOrder order) {
        if (order.previous == null) {
            first = order.next;
        } else {
            order.previous.next = order.next;
        }
        if (order.next == null) {
            last = order.previous;
        } else {
            order.next.previous = order.previous;
        }
        order.level = null;
        order.previous = null;
        order.next = null;
        orders--;
        lots -= order.leavesLots;
    }

    void collect(List<RestingOrder> into) {
        for (RestingOrder order = first; order != null; order = order.next) {
            into.add(order);
        }
    }
}
