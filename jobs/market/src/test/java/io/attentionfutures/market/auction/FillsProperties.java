package io.attentionfutures.market.auction;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.Books.Book;
import io.attentionfutures.market.book.BookClearing;
import io.attentionfutures.market.book.BookOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for who gets what in any call auction. */
class FillsProperties {
    @Property
    void boughtEqualsSoldEqualsVolume(
            @ForAll("books") Book book, @ForAll AllocationProfile profile) {
        BookClearing cleared = clear(book, profile);

        assertThat(filled(book, cleared, Side.BUY)).isEqualTo(cleared.result().volumeLots());
        assertThat(filled(book, cleared, Side.SELL)).isEqualTo(cleared.result().volumeLots());
    }

    @Property
    void nobodyTradesOutsideTheirLimitOrMoreThanTheyWant(
            @ForAll("books") Book book, @ForAll AllocationProfile profile) {
        BookClearing cleared = clear(book, profile);
        for (int i = 0; i < book.orders().size(); i++) {
            BookOrder order = book.orders().get(i);
            long lots = cleared.filledLots().get(i);
            assertThat(lots).isBetween(0L, order.lots());
            if (lots > 0) {
                assertThat(distanceInside(book, order, cleared.result().priceTicks()))
                        .isGreaterThanOrEqualTo(0);
            }
        }
    }

    @Property
    void betterLimitsAreFilledBeforeWorseOnes(
            @ForAll("books") Book book, @ForAll AllocationProfile profile) {
        BookClearing cleared = clear(book, profile);
        for (int better = 0; better < book.orders().size(); better++) {
            for (int worse = 0; worse < book.orders().size(); worse++) {
                BookOrder good = book.orders().get(better);
                BookOrder bad = book.orders().get(worse);
                if (good.side() == bad.side()
                        && distanceInside(book, good, 0) > distanceInside(book, bad, 0)
                        && cleared.filledLots().get(worse) > 0) {
                    assertThat(cleared.filledLots().get(better)).isEqualTo(good.lots());
                }
            }
        }
    }

    @Property
    void atMostOneOrderIsFilledInPartUnderPriceTime(@ForAll("books") Book book) {
        BookClearing cleared = clear(book, AllocationProfile.PRICE_TIME);
        int partial = 0;
        for (int i = 0; i < book.orders().size(); i++) {
            long lots = cleared.filledLots().get(i);
            partial += lots > 0 && lots < book.orders().get(i).lots() ? 1 : 0;
        }

        assertThat(partial).isLessThanOrEqualTo(1);
    }

    @Property
    void noTradeIsLeftAtThePrice(@ForAll("books") Book book, @ForAll AllocationProfile profile) {
        BookClearing cleared = clear(book, profile);
        if (!cleared.result().hasPrice()) {
            return;
        }
        boolean buyLeft = false;
        boolean sellLeft = false;
        for (int i = 0; i < book.orders().size(); i++) {
            BookOrder order = book.orders().get(i);
            if (cleared.filledLots().get(i) < order.lots()
                    && distanceInside(book, order, cleared.result().priceTicks()) >= 0) {
                buyLeft |= order.side() == Side.BUY;
                sellLeft |= order.side() == Side.SELL;
            }
        }

        assertThat(buyLeft && sellLeft).isFalse();
    }

    @Property
    void aWorseOffAccountNeverWaitsForARicherOneUnderMaxMin(@ForAll("books") Book book) {
        BookClearing cleared = clear(book, AllocationProfile.MAX_MIN);
        Map<String, Long> wanted = new TreeMap<>();
        Map<String, Long> given = new TreeMap<>();
        Map<String, Integer> weights = new TreeMap<>();
        book.orders().forEach(order -> weights.putIfAbsent(order.account(), order.weight()));
        long level = rationedLimit(book, cleared);
        Side heavy = cleared.result().surplusLots() > 0 ? Side.BUY : Side.SELL;
        for (int i = 0; i < book.orders().size(); i++) {
            BookOrder order = book.orders().get(i);
            if (order.side() == heavy && book.scan().effectiveLimit(order) == level) {
                wanted.merge(order.account(), order.lots(), Long::sum);
                given.merge(order.account(), cleared.filledLots().get(i), Long::sum);
            }
        }
        for (String rich : wanted.keySet()) {
            for (String poor : wanted.keySet()) {
                if (!rich.equals(poor) && given.get(poor) < wanted.get(poor)) {
                    assertThat((given.get(poor) + 1) * weights.get(rich))
                            .isGreaterThanOrEqualTo(given.get(rich) * weights.get(poor));
                }
            }
        }
    }

    /** The limit at which the heavy side ran out of counterparts, -1 if nothing was rationed. */
    private static long rationedLimit(Book book, BookClearing cleared) {
        Side heavy = cleared.result().surplusLots() > 0 ? Side.BUY : Side.SELL;
        for (int i = 0; i < book.orders().size(); i++) {
            BookOrder order = book.orders().get(i);
            long lots = cleared.filledLots().get(i);
            if (order.side() == heavy && lots > 0 && lots < order.lots()) {
                return book.scan().effectiveLimit(order);
            }
        }
        return -1;
    }

    @Property
    void splittingAnAccountsOrderChangesNothingForTheAccount(
            @ForAll("books") Book book, @ForAll long seed) {
        Random random = new Random(seed);
        List<BookOrder> split = new ArrayList<>();
        for (BookOrder order : book.orders()) {
            long part = order.lots() < 2 ? 0 : 1 + random.nextInt((int) order.lots() - 1);
            split.add(withLots(order, order.lots() - part));
            split.add(withLots(order, part));
        }

        assertThat(perAccount(book.with(split))).isEqualTo(perAccount(book));
    }

    private static Map<String, Long> perAccount(Book book) {
        BookClearing cleared = clear(book, AllocationProfile.MAX_MIN);
        Map<String, Long> lots = new TreeMap<>();
        for (int i = 0; i < book.orders().size(); i++) {
            BookOrder order = book.orders().get(i);
            lots.merge(order.account() + order.side(), cleared.filledLots().get(i), Long::sum);
        }
        lots.values().removeIf(sum -> sum == 0);
        return lots;
    }

    /** How far a price is inside an order's limit; compares two orders' limits at any one price. */
    private static long distanceInside(Book book, BookOrder order, long price) {
        return order.side().sign() * (book.scan().effectiveLimit(order) - price);
    }

    private static long filled(Book book, BookClearing cleared, Side side) {
        long sum = 0;
        for (int i = 0; i < book.orders().size(); i++) {
            sum += book.orders().get(i).side() == side ? cleared.filledLots().get(i) : 0;
        }
        return sum;
    }

    private static BookClearing clear(Book book, AllocationProfile profile) {
        return BookClearing.clear(
                book.orders(), book.reference(), book.band(), book.protection(), profile);
    }

    private static BookOrder withLots(BookOrder o, long lots) {
        return new BookOrder(o.account(), o.side(), o.type(), lots, o.limitTicks(), o.weight());
    }

    @Provide
    static Arbitrary<Book> books() {
        return Books.any();
    }
}
