package io.attentionfutures.market.auction;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.Books.Book;
import io.attentionfutures.market.book.BookClearing;
import io.attentionfutures.market.book.BookOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for the price and volume of any call auction. */
class CallAuctionProperties {
    @Property(tries = 4000)
    void equalsAScanOfEveryTick(@ForAll("books") Book book) {
        assertThat(clear(book)).isEqualTo(book.scan().result());
    }

    @Property
    void hasTheLargestVolumeOfEveryTick(@ForAll("books") Book book) {
        AuctionResult result = clear(book);
        long largest = 0;
        for (long p = book.band().lowTicks(); p <= book.band().highTicks(); p++) {
            largest = Math.max(largest, book.scan().volume(p));
        }

        assertThat(result.volumeLots()).isEqualTo(largest);
        assertThat(result.hasPrice()).isEqualTo(largest > 0);
        if (result.hasPrice()) {
            assertThat(book.band().contains(result.priceTicks())).isTrue();
        }
    }

    @Property
    void permutationChangesNothing(@ForAll("books") Book book, @ForAll long seed) {
        List<BookOrder> shuffled = new ArrayList<>(book.orders());
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(clear(book.with(shuffled))).isEqualTo(clear(book));
    }

    @Property
    void splittingOrdersChangesNothing(@ForAll("books") Book book, @ForAll long seed) {
        Random random = new Random(seed);
        List<BookOrder> split = new ArrayList<>();
        for (BookOrder order : book.orders()) {
            long part = (long) (random.nextDouble() * order.lots());
            split.add(withLots(order, part));
            split.add(withLots(order, order.lots() - part));
        }

        assertThat(clear(book.with(split))).isEqualTo(clear(book));
    }

    @Property
    void scalingQuantitiesScalesVolumeAndSurplus(
            @ForAll("books") Book book, @ForAll @LongRange(min = 1, max = 1000) long factor) {
        AuctionResult result = clear(book);
        AuctionResult scaled =
                clear(
                        book.with(
                                book.orders().stream()
                                        .map(o -> withLots(o, factor * o.lots()))
                                        .toList()));

        assertThat(scaled.priceTicks()).isEqualTo(result.priceTicks());
        assertThat(scaled.step()).isEqualTo(result.step());
        assertThat(scaled.volumeLots()).isEqualTo(factor * result.volumeLots());
        assertThat(scaled.surplusLots()).isEqualTo(factor * result.surplusLots());
    }

    @Property
    void buyingMirrorsSelling(@ForAll("books") Book book) {
        long pivot = 100;
        List<BookOrder> mirrored =
                book.orders().stream()
                        .map(
                                o ->
                                        new BookOrder(
                                                o.account(),
                                                o.side().opposite(),
                                                o.type(),
                                                o.lots(),
                                                pivot - o.limitTicks(),
                                                o.weight()))
                        .toList();
        Band band = new Band(pivot - book.band().highTicks(), pivot - book.band().lowTicks());
        AuctionResult result = clear(book);
        AuctionResult mirror =
                clear(new Book(mirrored, pivot - book.reference(), band, book.protection()));

        assertThat(mirror.volumeLots()).isEqualTo(result.volumeLots());
        assertThat(mirror.surplusLots()).isEqualTo(-result.surplusLots());
        assertThat(mirror.step()).isEqualTo(mirrored(result.step()));
        if (result.hasPrice()) {
            assertThat(mirror.priceTicks()).isEqualTo(pivot - result.priceTicks());
        }
    }

    @Property(tries = 3000)
    void anAddedBuyNeverLowersThePrice(
            @ForAll("books") Book book, @ForAll("orders") BookOrder order) {
        comparePrices(book, onSide(order, Side.BUY), 1);
    }

    @Property(tries = 3000)
    void anAddedSellNeverRaisesThePrice(
            @ForAll("books") Book book, @ForAll("orders") BookOrder order) {
        comparePrices(book, onSide(order, Side.SELL), -1);
    }

    private static void comparePrices(Book book, BookOrder added, int direction) {
        AuctionResult without = clear(book);
        AuctionResult with = clear(book.with(plus(book.orders(), added)));
        if (without.hasPrice()) {
            assertThat(direction * (with.priceTicks() - without.priceTicks()))
                    .isGreaterThanOrEqualTo(0);
        }
    }

    @Property
    void anAddedOrderNeverLowersVolume(
            @ForAll("books") Book book, @ForAll("orders") BookOrder order) {
        assertThat(clear(book.with(plus(book.orders(), order))).volumeLots())
                .isGreaterThanOrEqualTo(clear(book).volumeLots());
    }

    @Property(tries = 3000)
    void aHigherReferenceNeverLowersThePriceNorChangesVolume(
            @ForAll("unprotectedBooks") Book book, @ForAll @IntRange(min = 0, max = 40) int rise) {
        AuctionResult low = clear(book);
        AuctionResult high = clear(book.withReference(book.reference() + rise));

        assertThat(high.priceTicks()).isGreaterThanOrEqualTo(low.priceTicks());
        assertThat(high.volumeLots()).isEqualTo(low.volumeLots());
    }

    @Provide
    static Arbitrary<Book> books() {
        return Books.any();
    }

    @Provide
    static Arbitrary<Book> unprotectedBooks() {
        return Books.unprotected();
    }

    @Provide
    static Arbitrary<BookOrder> orders() {
        return Books.order();
    }

    private static AuctionResult clear(Book book) {
        return BookClearing.clear(
                        book.orders(),
                        book.reference(),
                        book.band(),
                        book.protection(),
                        AllocationProfile.PRICE_TIME)
                .result();
    }

    private static List<BookOrder> plus(List<BookOrder> orders, BookOrder added) {
        List<BookOrder> more = new ArrayList<>(orders);
        more.add(added);
        return more;
    }

    private static BookOrder withLots(BookOrder o, long lots) {
        return new BookOrder(o.account(), o.side(), o.type(), lots, o.limitTicks(), o.weight());
    }

    private static BookOrder onSide(BookOrder o, Side side) {
        return new BookOrder(o.account(), side, o.type(), o.lots(), o.limitTicks(), o.weight());
    }

    private static RuleStep mirrored(RuleStep step) {
        switch (step) {
            case PRESSURE_BUY:
                return RuleStep.PRESSURE_SELL;
            case PRESSURE_SELL:
                return RuleStep.PRESSURE_BUY;
            default:
                return step;
        }
    }
}
