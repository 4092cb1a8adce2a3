package io.attentionfutures.market.auction;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.book.BookOrder;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random books around a band; small numbers, so that ties and crossings are common. */
final class Books {
    /** What a call auction starts from. */
    record Book(List<BookOrder> orders, long reference, Band band, long protection) {
        Book with(List<BookOrder> other) {
            return new Book(other, reference, band, protection);
        }

        Book withReference(long other) {
            return new Book(orders, other, band, protection);
        }

        FullTickScan scan() {
            return new FullTickScan(orders, reference, band, protection);
        }
    }

    private Books() {}

    static Arbitrary<Book> any() {
        return books(order());
    }

    /** Market orders reach to the end of the band: what they do never depends on the reference. */
    static Arbitrary<Book> unprotected() {
        return any().map(b -> new Book(b.orders, b.reference, b.band, Long.MAX_VALUE / 4));
    }

    private static Arbitrary<Book> books(Arbitrary<BookOrder> order) {
        return Combinators.combine(
                        order.list().ofMinSize(0).ofMaxSize(14),
                        Arbitraries.longs().between(0, 45),
                        Arbitraries.longs().between(0, 25),
                        Arbitraries.longs().between(0, 25),
                        Arbitraries.longs().between(0, 15))
                .as(
                        (orders, reference, low, width, protection) ->
                                new Book(
                                        orders, reference, new Band(low, low + width), protection));
    }

    static Arbitrary<BookOrder> order() {
        return Combinators.combine(
                        Arbitraries.of(Side.values()),
                        Arbitraries.frequency(
                                Tuple.of(5, OrderType.LIMIT), Tuple.of(1, OrderType.MARKET)),
                        Arbitraries.longs().between(0, 12),
                        Arbitraries.longs().between(0, 40),
                        Arbitraries.of("anna", "ben", "cleo", "dora"),
                        Arbitraries.integers().between(1, 3))
                .as(
                        (side, type, lots, limit, account, weight) ->
                                new BookOrder(account, side, type, lots, limit, weight));
    }
}
