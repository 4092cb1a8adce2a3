package io.attentionfutures.market.book;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.auction.AuctionResult;
import io.attentionfutures.market.auction.PriceLevels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The orders of one contract: price levels with first come first served inside a level, market
 * orders apart. Enters, cancels and replaces in time logarithmic in the number of levels, however
 * many orders rest. Admits anything; whether an order may enter is decided before.
 *
 * <p>A client order id stays used once it was entered, also after its order has left.
 */
public final class OrderBook {
    static final Comparator<RestingOrder> BY_SEQUENCE =
            Comparator.comparingLong(RestingOrder::sequence);

    private final BookSide buys = new BookSide(Side.BUY);
    private final BookSide sells = new BookSide(Side.SELL);
    private final Owners owners = new Owners();
    private final Set<RestingOrder> immediate = new LinkedHashSet<>();
    private final BookChanges changes = new BookChanges();
    private final BookStorage storage = new BookStorage(this, owners, changes);
    long nextSequence;
    private int size;

    /**
     * Enters an order behind all others at its limit. A market order's limit is ignored.
     *
     * @throws IllegalArgumentException if the account already used the id or no lots are left
     */
    public RestingOrder enter(
            String account,
            String clientOrderId,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long lots,
            long limitTicks) {
        return place(
                new RestingOrder(
                        owners.findOrAdd(account),
                        clientOrderId,
                        side,
                        type,
                        timeInForce,
                        type == OrderType.MARKET ? 0 : limitTicks,
                        nextSequence++),
                lots,
                0);
    }

    /** Spends an id for something that is not an order of this book alone. */
    public void spendId(String account, String clientOrderId) {
        owners.spend(account, clientOrderId);
    }

    /** Says when an order expires and what each of its lots holds back. */
    public void annotate(RestingOrder order, long expiresMillis, long reservedPerLot) {
        order.expiresMillis = expiresMillis;
        order.reservedPerLot = reservedPerLot;
    }

    private RestingOrder place(RestingOrder order, long orderLots, long cumulativeLots) {
        insert(order, orderLots, cumulativeLots);
        changes.touch(order);
        return order;
    }

    /** Puts an order in its place without taking note of it. */
    void insert(RestingOrder order, long orderLots, long cumulativeLots) {
        if (orderLots <= cumulativeLots) {
            throw new IllegalArgumentException("an order must have lots left");
        }
        order.orderLots = orderLots;
        order.cumulativeLots = cumulativeLots;
        order.leavesLots = orderLots - cumulativeLots;
        owners.register(order);
        order.owner.add(order);
        side(order.side).add(order);
        if (order.timeInForce == TimeInForce.IOC) {
            immediate.add(order);
        }
        size++;
    }

    /** Takes what is left of an order out of the book. */
    public void cancel(RestingOrder order) {
        takeOut(order);
        order.leavesLots = 0;
        owners.spend(order);
    }

    /** Fills some lots of an order; a filled order leaves the book. */
    public void fill(RestingOrder order, long lots) {
        if (lots <= 0 || lots > order.leavesLots) {
            throw new IllegalArgumentException(
                    "cannot fill " + lots + " of " + order.leavesLots + " lots");
        }
        if (lots == order.leavesLots) {
            takeOut(order);
            order.leavesLots = 0;
            order.cumulativeLots += lots;
            owners.spend(order);
            return;
        }
        order.level.change(-lots);
        order.leavesLots -= lots;
        order.cumulativeLots += lots;
        changes.touch(order);
    }

    /**
     * Changes quantity or limit of an order. Fewer lots at the same limit keep its place in time;
     * anything else makes a new order at the back, with the old one's fills.
     *
     * @param lots new total quantity, more than already filled
     * @param limitTicks new limit, ignored for a market order
     * @return the order as it rests from now on
     */
    public RestingOrder replace(
            RestingOrder order, String clientOrderId, long lots, long limitTicks) {
        boolean sameLimit = order.type == OrderType.MARKET || order.limitTicks == limitTicks;
        if (sameLimit && lots <= order.orderLots) {
            order.level.change(lots - order.orderLots);
            order.leavesLots -= order.orderLots - lots;
            order.orderLots = lots;
            owners.spend(order);
            order.clientOrderId = clientOrderId;
            order.owner.ids.put(clientOrderId, order);
            changes.touch(order);
            return order;
        }
        takeOut(order);
        owners.spend(order);
        return place(
                new RestingOrder(
                        order.owner,
                        clientOrderId,
                        order.side,
                        order.type,
                        order.timeInForce,
                        order.type == OrderType.MARKET ? 0 : limitTicks,
                        nextSequence++),
                lots,
                order.cumulativeLots);
    }

    private void takeOut(RestingOrder order) {
        side(order.side).remove(order);
        order.owner.remove(order);
        if (order.timeInForce == TimeInForce.IOC) {
            immediate.remove(order);
        }
        size--;
        changes.left(order);
    }

    /** Returns the account's resting order of that id, or null. */
    public RestingOrder find(String account, String clientOrderId) {
        Owner owner = owners.find(account);
        return owner == null ? null : owner.ids.order(clientOrderId);
    }

    /** Returns whether a resting order could trade with any order of the other side. */
    public boolean couldTrade(RestingOrder order) {
        BookSide others = side(order.side.opposite());
        if (order.type == OrderType.MARKET || others.market().orders() > 0) {
            return others.market().orders() > 0 || others.hasLimits();
        }
        return order.side == Side.BUY
                ? order.limitTicks >= others.bestOr(Long.MAX_VALUE)
                : order.limitTicks <= others.bestOr(Long.MIN_VALUE);
    }

    /** Returns the account's resting orders by sequence. */
    public List<RestingOrder> ordersOf(String account) {
        Owner owner = owners.find(account);
        List<RestingOrder> resting = owner == null ? new ArrayList<>() : owner.ids.resting();
        resting.sort(BY_SEQUENCE);
        return resting;
    }

    /** Returns whether the account ever used the id in this book. */
    public boolean isUsed(String account, String clientOrderId) {
        Owner owner = owners.find(account);
        return owner != null && owner.ids.contains(clientOrderId);
    }

    /**
     * Adds all lots of a side to {@code into}, best limit first, market orders at the given limit.
     */
    public void levels(Side side, long marketLimit, PriceLevels into) {
        BookSide orders = side(side);
        long marketLots = orders.market().lots();
        for (BookLevel level : orders) {
            if (marketLots > 0 && side.sign() * (marketLimit - level.limitTicks) >= 0) {
                into.add(marketLimit, marketLots);
                marketLots = 0;
            }
            into.add(level.limitTicks, level.lots());
        }
        if (marketLots > 0) {
            into.add(marketLimit, marketLots);
        }
    }

    /**
     * Returns the account's own resting order that a new one could meet at some uniform price, the
     * most crossing one if there are several, or null. Market orders meet everything.
     */
    public RestingOrder ownCrossing(String account, Side side, OrderType type, long limitTicks) {
        Owner owner = owners.find(account);
        RestingOrder best = owner == null ? null : owner.best(side.opposite());
        return best != null && Owner.couldMeet(best, type, limitTicks) ? best : null;
    }

    /** Highest limit to buy, {@link AuctionResult#NO_TICKS} if there is none. */
    public long bestBidTicks() {
        return buys.bestOr(AuctionResult.NO_TICKS);
    }

    /** Lowest limit to sell, {@link AuctionResult#NO_TICKS} if there is none. */
    public long bestAskTicks() {
        return sells.bestOr(AuctionResult.NO_TICKS);
    }

    /** Shows up to {@code count} limits of a side, best first. Market orders have no level. */
    public void depth(Side side, int count, DepthVisitor visitor) {
        int left = count;
        for (BookLevel level : side(side)) {
            if (left-- == 0) {
                return;
            }
            visitor.visit(level.limitTicks, level.lots(), level.orders());
        }
    }

    /** Number of orders that rest. */
    public int size() {
        return size;
    }

    /** Returns the resting orders by sequence. */
    public List<RestingOrder> orders() {
        List<RestingOrder> resting = new ArrayList<>(size);
        buys.collect(resting);
        sells.collect(resting);
        resting.sort(BY_SEQUENCE);
        return resting;
    }

    /** Returns the resting orders that live for one uncross only, by sequence. */
    public List<RestingOrder> immediateOrders() {
        return List.copyOf(immediate);
    }

    /**
     * Returns a hash of the orders that rest, 64 hexadecimal digits, whatever the order they came
     * in. Only what changed since the last call is hashed.
     *
     * <p>Anyone who knows the orders can recompute it: {@link BookHash} says how.
     */
    public String bookHash() {
        return changes.hash();
    }

    /** The sequence that the next order gets. */
    public long nextSequence() {
        return nextSequence;
    }

    /** What of the book is stored, and how it is put back. */
    public BookStorage storage() {
        return storage;
    }

    BookSide side(Side side) {
        return side == Side.BUY ? buys : sells;
    }
}
