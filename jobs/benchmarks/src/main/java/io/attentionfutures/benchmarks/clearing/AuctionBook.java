package io.attentionfutures.benchmarks.clearing;

import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.book.BookAuction;
import io.attentionfutures.market.book.Fill;
import io.attentionfutures.market.book.OrderBook;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Orders of both sides with limits spread over the same levels, in a book and in a plain list. */
final class AuctionBook {
    static final Band BAND = new Band(1, 1_000_000);
    static final long REFERENCE = 500_000;
    private static final int ACCOUNTS = 200;

    final OrderBook book = new OrderBook();
    final List<PlainOrder> orders = new ArrayList<>();

    AuctionBook(int count, int levels, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            int account = random.nextInt(ACCOUNTS);
            Side side = account % 2 == 0 ? Side.SELL : Side.BUY;
            long limit = REFERENCE - levels / 2 + random.nextInt(levels);
            long lots = 1 + random.nextInt(20);
            orders.add(new PlainOrder(account, side, limit, lots, i));
            book.enter(
                    "account-" + account,
                    Integer.toString(i),
                    side,
                    OrderType.LIMIT,
                    TimeInForce.GTC,
                    lots,
                    limit);
        }
    }

    BookAuction auction() {
        return new BookAuction(
                book, REFERENCE, BAND, BAND.highTicks(), AllocationProfile.MAX_MIN, account -> 1);
    }

    SortAndScan sortAndScan() {
        return new SortAndScan(orders, REFERENCE, BAND);
    }

    /**
     * Makes sure that both ways give the same fills.
     *
     * @throws IllegalStateException if they do not
     */
    void requireSameResult() {
        BookAuction auction = auction();
        long[] filled = new long[orders.size()];
        for (Fill fill : auction.fills()) {
            filled[(int) fill.order().sequence()] = fill.lots();
        }
        SortAndScan scan = sortAndScan();
        if (scan.priceTicks() != auction.result().priceTicks()
                || scan.volumeLots() != auction.result().volumeLots()
                || !java.util.Arrays.equals(scan.fills(), filled)) {
            throw new IllegalStateException(
                    "sort and scan found "
                            + scan.volumeLots()
                            + " lots at "
                            + scan.priceTicks()
                            + ", the book "
                            + auction.result());
        }
    }
}
