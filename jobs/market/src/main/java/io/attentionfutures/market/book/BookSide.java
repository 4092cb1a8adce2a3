package io.attentionfutures.market.book;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** One side of a book: limits best first, and market orders apart from them. */
final class BookSide {
    private final TreeMap<Long, BookLevel> levels;
    private final BookLevel market = new BookLevel(0);

    BookSide(Side side) {
        levels = side == Side.BUY ? new TreeMap<>(Comparator.reverseOrder()) : new TreeMap<>();
    }

    void add(RestingOrder order) {
        if (order.type == OrderType.MARKET) {
            market.append(order);
        } else {
            levels.computeIfAbsent(order.limitTicks, BookLevel::new).append(order);
        }
    }

    void remove(RestingOrder order) {
        BookLevel level = order.level;
        level.unlink(order);
        if (level.orders == 0 && level != market) {
            levels.remove(level.limitTicks);
        }
    }

    /** Limits, best first. */
    Collection<BookLevel> levels() {
        return levels.values();
    }

    BookLevel market() {
        return market;
    }

    /** Returns the best limit, or {@code none} if no limit order rests. */
    long bestOr(long none) {
        return levels.isEmpty() ? none : levels.firstKey();
    }

    /** Adds all orders of this side to a list. */
    void collect(List<RestingOrder> into) {
        market.collect(into);
        for (BookLevel level : levels.values()) {
            level.collect(into);
        }
    }
}
