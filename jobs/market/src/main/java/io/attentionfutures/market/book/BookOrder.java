package io.attentionfutures.market.book;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import java.util.Objects;

/**
 * An order of a book that is cleared offline.
 *
 * @param account the owner, or null for an owner of its own
 * @param side buy or sell
 * @param type a market order has no limit
 * @param lots quantity, at least 0; an order of 0 lots takes no part
 * @param limitTicks limit in ticks, ignored for a market order
 * @param weight the owner's share in max-min rationing, at least 1; the owner's first order counts
 */
public record BookOrder(
        String account, Side side, OrderType type, long lots, long limitTicks, int weight) {
    public BookOrder {
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(type, "type");
        if (lots < 0) {
            throw new IllegalArgumentException("lots must not be negative, was " + lots);
        }
        if (type == OrderType.LIMIT && limitTicks < 0) {
            throw new IllegalArgumentException("limit must not be negative, was " + limitTicks);
        }
        if (weight < 1) {
            throw new IllegalArgumentException("weight must be at least 1, was " + weight);
        }
    }

    /** Returns a limit order of an owner of its own. */
    public static BookOrder limit(Side side, long lots, long limitTicks) {
        return new BookOrder(null, side, OrderType.LIMIT, lots, limitTicks, 1);
    }

    /** Returns a market order of an owner of its own. */
    public static BookOrder market(Side side, long lots) {
        return new BookOrder(null, side, OrderType.MARKET, lots, 0, 1);
    }

    /** Returns the same order in another account's name. */
    public BookOrder ownedBy(String owner, int ownerWeight) {
        return new BookOrder(owner, side, type, lots, limitTicks, ownerWeight);
    }
}
