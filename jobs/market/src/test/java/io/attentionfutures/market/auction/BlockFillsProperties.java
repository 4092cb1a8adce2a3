package io.attentionfutures.market.auction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.Books.Book;
import io.attentionfutures.market.book.BookClearing;
import io.attentionfutures.market.book.BookOrder;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What holds for the fills of a call that accepted blocks take part in. */
class BlockFillsProperties {
    @Property(tries = 4000)
    void blocksAreOrdersAtTheBandsEndsWithPriority(
            @ForAll("books") Book any,
            @ForAll @LongRange(max = 20) long buyLots,
            @ForAll @LongRange(max = 20) long sellLots) {
        Book book = any.with(any.orders().stream().map(o -> inBand(o, any.band())).toList());
        List<BookOrder> withBlocks = new ArrayList<>();
        withBlocks.add(BookOrder.limit(Side.BUY, buyLots, book.band().highTicks()));
        withBlocks.add(BookOrder.limit(Side.SELL, sellLots, book.band().lowTicks()));
        withBlocks.addAll(book.orders());
        BookClearing expected = clear(book.with(withBlocks), AllocationProfile.PRICE_TIME, 0, 0);
        List<Long> filled = expected.filledLots();
        if (filled.get(0) < buyLots || filled.get(1) < sellLots) {
            assertThatThrownBy(() -> clear(book, AllocationProfile.PRICE_TIME, buyLots, sellLots))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cannot all trade");
            return;
        }
        BookClearing cleared = clear(book, AllocationProfile.PRICE_TIME, buyLots, sellLots);

        assertThat(cleared.result().withBest(-1, -1)).isEqualTo(expected.result().withBest(-1, -1));
        assertThat(cleared.filledLots()).isEqualTo(filled.subList(2, filled.size()));
    }

    @Property(tries = 2000)
    void boughtIsSoldAndNobodyTradesOutsideTheLimit(
            @ForAll("books") Book book,
            @ForAll AllocationProfile profile,
            @ForAll @LongRange(max = 20) long buyLots,
            @ForAll @LongRange(max = 20) long sellLots) {
        AuctionResult result = curve(book).clear(buyLots, sellLots);
        Assume.that(result.volumeLots() >= Math.max(buyLots, sellLots));
        BookClearing cleared = clear(book, profile, buyLots, sellLots);
        long bought = buyLots;
        long sold = sellLots;
        for (int i = 0; i < book.orders().size(); i++) {
            BookOrder order = book.orders().get(i);
            long lots = cleared.filledLots().get(i);
            assertThat(lots).isBetween(0L, order.lots());
            bought += order.side() == Side.BUY ? lots : 0;
            sold += order.side() == Side.SELL ? lots : 0;
            if (lots > 0) {
                long inside = book.scan().effectiveLimit(order) - result.priceTicks();
                assertThat(order.side().sign() * inside).isGreaterThanOrEqualTo(0);
            }
        }

        assertThat(cleared.result().withBest(-1, -1)).isEqualTo(result);
        assertThat(bought).isEqualTo(result.volumeLots());
        assertThat(sold).isEqualTo(result.volumeLots());
    }

    @Property
    void withoutBlocksNothingChanges(
            @ForAll("books") Book book, @ForAll AllocationProfile profile) {
        assertThat(clear(book, profile, 0, 0))
                .isEqualTo(
                        BookClearing.clear(
                                book.orders(),
                                book.reference(),
                                book.band(),
                                book.protection(),
                                profile));
    }

    /** The curve of a book's orders, market orders at the limits they trade at. */
    private static PriceCurve curve(Book book) {
        Levels levels = new Levels();
        for (BookOrder order : book.orders()) {
            levels.add(order.side(), book.scan().effectiveLimit(order), order.lots());
        }
        return levels.curve(book.reference(), book.band());
    }

    private static BookOrder inBand(BookOrder order, Band band) {
        if (order.type() == OrderType.MARKET) {
            return order;
        }
        long limit =
                order.side() == Side.BUY
                        ? Math.min(order.limitTicks(), band.highTicks())
                        : Math.max(order.limitTicks(), band.lowTicks());
        return new BookOrder(
                order.account(), order.side(), order.type(), order.lots(), limit, order.weight());
    }

    private static BookClearing clear(
            Book book, AllocationProfile profile, long buyLots, long sellLots) {
        return BookClearing.clear(
                book.orders(),
                book.reference(),
                book.band(),
                book.protection(),
                profile,
                buyLots,
                sellLots);
    }

    @Provide
    static Arbitrary<Book> books() {
        return Books.any();
    }
}
