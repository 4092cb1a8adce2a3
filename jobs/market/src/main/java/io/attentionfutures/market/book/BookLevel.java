package io.attentionfutures.market.book;

import java.util.Arrays;
import java.util.List;

/**
 * The orders of one side at one limit, first come first, or all its market orders. Orders keep
 * their place in an array, where those that left make gaps: what comes, goes or fills touches no
 * other order, and a walk over the level does not wait for one order to find the next.
 */
final class BookLevel {
    private static final int SMALL = 4;

    final long limitTicks;

    /** Where the side keeps this level; null for market orders. */
    LevelRun run;

    private RestingOrder[] queue = new RestingOrder[2];

    /** End of the queue. */
    private int end;

    private long lots;
    private int orders;

    BookLevel(long limitTicks) {
        this.limitTicks = limitTicks;
    }

    long lots() {
        return lots;
    }

    int orders() {
        return orders;
    }

    void append(RestingOrder order) {
        if (end == queue.length) {
            close(orders > end / 2 ? 2 * end : end);
        }
        order.level = this;
        order.place = end;
        queue[end++] = order;
        orders++;
        change(order.leavesLots);
    }

    /** Takes an order out; its leaves must still be those that the level counted. */
    void unlink(RestingOrder order) {
        queue[order.place] = null;
        order.level = null;
        orders--;
        change(-order.leavesLots);
        if (orders == 0) {
            end = 0;
        } else if (end > SMALL && orders < end / 4) {
            close(Math.max(SMALL, 2 * orders));
        }
    }

    /** Takes note that an order's leaves changed. */
    void change(long moreLots) {
        lots += moreLots;
        if (run != null) {
            run.lots += moreLots;
        }
    }

    /** Moves the orders together, into an array of another length. */
    private void close(int length) {
        RestingOrder[] from = queue;
        int places = end;
        if (length != from.length) {
            queue = new RestingOrder[length];
        }
        end = 0;
        for (int place = 0; place < places; place++) {
            RestingOrder order = from[place];
            if (order != null) {
                order.place = end;
                queue[end++] = order;
            }
        }
        if (from == queue) {
            Arrays.fill(queue, end, places, null);
        }
    }

    /** Returns one after the last place that an order may have. */
    int places() {
        return end;
    }

    /** Returns the order at a place, null for a gap. */
    RestingOrder at(int place) {
        return queue[place];
    }

    void collect(List<RestingOrder> into) {
        for (int place = 0; place < end; place++) {
            if (queue[place] != null) {
                into.add(queue[place]);
            }
        }
    }
}
