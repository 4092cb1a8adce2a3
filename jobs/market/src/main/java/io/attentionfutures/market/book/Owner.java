package io.attentionfutures.market.book;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.TreeSet;

/** What one account has in one book: every id that it ever used, and its resting orders. */
final class Owner {
    /** Those first that cross most: market orders, then the best limits. */
    private static final Comparator<RestingOrder> MOST_CROSSING =
            Comparator.comparing(RestingOrder::type, Comparator.reverseOrder())
                    .thenComparingLong(order -> -order.side.sign() * order.limitTicks)
                    .thenComparingLong(RestingOrder::sequence);

    final String account;

    /** The account in UTF-8, hashed with each of its orders. */
    final byte[] accountBytes;

    final UsedIds ids = new UsedIds();

    /** What others keep beside this account's orders in this book. */
    Object attachment;

    private int buys;
    private int sells;

    // Most accounts trade one way, so a side is sorted only once the owner trades against it.
    private TreeSet<RestingOrder> sortedBuys;
    private TreeSet<RestingOrder> sortedSells;

    /** Scratch space of the auction that rations this owner's orders together. */
    int claim = -1;

    Owner(String account) {
        this.account = account;
        this.accountBytes = account.getBytes(StandardCharsets.UTF_8);
    }

    void add(RestingOrder order) {
        if (order.side == Side.BUY) {
            buys++;
        } else {
            sells++;
        }
        TreeSet<RestingOrder> sorted = order.side == Side.BUY ? sortedBuys : sortedSells;
        if (sorted != null) {
            sorted.add(order);
        }
    }

    void remove(RestingOrder order) {
        if (order.side == Side.BUY) {
            buys--;
        } else {
            sells--;
        }
        TreeSet<RestingOrder> sorted = order.side == Side.BUY ? sortedBuys : sortedSells;
        if (sorted != null) {
            sorted.remove(order);
        }
    }

    /**
     * Returns the order of a side that crosses most: a market order, else the best limit; null if
     * none rests.
     */
    RestingOrder best(Side side) {
        if ((side == Side.BUY ? buys : sells) == 0) {
            return null;
        }
        TreeSet<RestingOrder> sorted = side == Side.BUY ? sortedBuys : sortedSells;
        if (sorted == null) {
            sorted = sort(side);
        }
        return sorted.first();
    }

    private TreeSet<RestingOrder> sort(Side side) {
        TreeSet<RestingOrder> sorted = new TreeSet<>(MOST_CROSSING);
        for (RestingOrder order : ids.resting()) {
            if (order.side == side) {
                sorted.add(order);
            }
        }
        if (side == Side.BUY) {
            sortedBuys = sorted;
        } else {
            sortedSells = sorted;
        }
        return sorted;
    }

    /** Returns whether an order of this owner could meet {@code resting} at some uniform price. */
    static boolean couldMeet(RestingOrder resting, OrderType type, long limitTicks) {
        if (type == OrderType.MARKET || resting.type == OrderType.MARKET) {
            return true;
        }
        return resting.side == Side.SELL
                ? limitTicks >= resting.limitTicks
                : limitTicks <= resting.limitTicks;
    }
}
