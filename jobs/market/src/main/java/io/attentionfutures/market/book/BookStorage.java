package io.attentionfutures.market.book;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What of a book is stored, and how it is put back: the orders that rest, the ids that are spent,
 * and the sequence that the next order gets.
 */
public final class BookStorage {
    private final OrderBook book;
    private final Owners owners;
    private final BookChanges changes;

    BookStorage(OrderBook book, Owners owners, BookChanges changes) {
        this.book = book;
        this.owners = owners;
        this.changes = changes;
    }

    /**
     * Names every order that was entered, changed or left since the last call, at most once; one
     * that is gone and was never stored is not named. An order rests or is gone: ask it.
     */
    public void changedOrders(Consumer<RestingOrder> visitor) {
        changes.takeUnstored(visitor);
    }

    /** Names every account and id that was spent since the last call. */
    public void spentIds(BiConsumer<String, String> visitor) {
        owners.takeSpent(visitor);
    }

    /** Sets the sequence that the next order gets. */
    public void restoreNextSequence(long sequence) {
        book.nextSequence = sequence;
    }

    /** Marks an id as spent. */
    public void restoreSpentId(String account, String clientOrderId) {
        owners.restoreSpent(account, clientOrderId);
    }

    /** Names an order at the next call of {@link #changedOrders}, whatever happens to it. */
    public void storeAgain(RestingOrder order) {
        changes.touch(order);
    }

    /** Puts a stored order back; a book is rebuilt by ascending sequence. */
    public RestingOrder restoreOrder(
            String account,
            String clientOrderId,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long limitTicks,
            long sequence,
            long orderLots,
            long cumulativeLots,
            long expiresMillis,
            long reservedPerLot) {
        RestingOrder order =
                new RestingOrder(
                        owners.findOrAdd(account),
                        clientOrderId,
                        side,
                        type,
                        timeInForce,
                        limitTicks,
                        sequence);
        book.annotate(order, expiresMillis, reservedPerLot);
        book.insert(order, orderLots, cumulativeLots);
        changes.restored(order);
        return order;
    }
}
