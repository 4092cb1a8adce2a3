package io.attentionfutures.market.book;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.store.Stored;

/**
 * An order in a book. Its quantities always satisfy {@code orderLots = cumulativeLots + leavesLots}
 * while it rests; once it has left the book, {@code orderLots - cumulativeLots - leavesLots} lots
 * were cancelled. Only the book changes it.
 */
public final class RestingOrder extends Stored {
    final Owner owner;
    final Side side;
    final OrderType type;
    final TimeInForce timeInForce;
    final long limitTicks;
    final long sequence;
    String clientOrderId;
    long orderLots;
    long cumulativeLots;
    long leavesLots;

    /** When the order expires, {@code Long.MAX_VALUE} if only with its contract. */
    long expiresMillis = Long.MAX_VALUE;

    /** What each of its lots holds back beyond the margin of a position, minor units. */
    long reservedPerLot;

    BookLevel level;

    /** Place in the level's queue. */
    int place;

    /** What the book's hash holds of this order, if {@link #hashed}. */
    long hash0;

    long hash1;
    long hash2;
    long hash3;
    boolean hashed;
    boolean hashPending;
    boolean storePending;

    RestingOrder(
            Owner owner,
            String clientOrderId,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long limitTicks,
            long sequence) {
        this.owner = owner;
        this.clientOrderId = clientOrderId;
        this.side = side;
        this.type = type;
        this.timeInForce = timeInForce;
        this.limitTicks = limitTicks;
        this.sequence = sequence;
    }

    public String account() {
        return owner.account;
    }

    /** What was attached to all orders of this account in this book, or null. */
    public Object attachment() {
        return owner.attachment;
    }

    /** Attaches something to all orders of this account in this book, to be found without a map. */
    public void attach(Object attachment) {
        owner.attachment = attachment;
    }

    /** The id that the order is known by now; a replacement changes it. */
    public String clientOrderId() {
        return clientOrderId;
    }

    public Side side() {
        return side;
    }

    public OrderType type() {
        return type;
    }

    public TimeInForce timeInForce() {
        return timeInForce;
    }

    /** Limit in ticks, 0 for a market order. */
    public long limitTicks() {
        return limitTicks;
    }

    /** Place in time within its book: a lower number has priority at the same limit. */
    public long sequence() {
        return sequence;
    }

    public long orderLots() {
        return orderLots;
    }

    public long cumulativeLots() {
        return cumulativeLots;
    }

    public long leavesLots() {
        return leavesLots;
    }

    public long cancelledLots() {
        return orderLots - cumulativeLots - leavesLots;
    }

    /** When the order expires, {@code Long.MAX_VALUE} if only with its contract. */
    public long expiresMillis() {
        return expiresMillis;
    }

    /** What each of its lots holds back beyond the margin of a position, minor units of money. */
    public long reservedPerLot() {
        return reservedPerLot;
    }

    public boolean isResting() {
        return level != null;
    }
}
