package io.attentionfutures.market.book;

import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.AuctionResult;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.auction.CallAuction;
import io.attentionfutures.market.auction.PriceLevels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;

/**
 * A call auction over a book: the price, and who trades how much. Leaves the book as it is.
 *
 * <p>A market order to buy takes part with the limit {@code min(bandHigh, reference + protection)},
 * one to sell with {@code max(bandLow, reference - protection)}. Only levels that can cross are
 * looked at, so the cost depends on what crosses and not on what rests.
 *
 * <p>Lots of accepted block orders take part at every price of the band and are filled before all
 * orders of the book; the book's orders share what they leave.
 *
 * <p>Each side is filled level by level, best first. The level at which the volume runs out is
 * rationed; that can only be the heavy side's level at the price, or a level beyond the band's end
 * when the band has moved below resting orders.
 */
public final class BookAuction {
    private final OrderBook book;
    private final AllocationProfile profile;
    private final ToIntFunction<String> weights;
    private final long marketBuyLimit;
    private final long marketSellLimit;
    private final long blockBuyLots;
    private final long blockSellLots;
    private final PriceLevels buys = new PriceLevels();
    private final PriceLevels sells = new PriceLevels();
    private final AuctionResult result;

    /**
     * Finds the price of a book without block orders.
     *
     * @param book the orders
     * @param referenceTicks reference price
     * @param band prices that may be published
     * @param protectionTicks how far from the reference market orders may trade
     * @param profile how the last lots are shared
     * @param weights share of an account in {@link AllocationProfile#MAX_MIN}, at least 1
     */
    public BookAuction(
            OrderBook book,
            long referenceTicks,
            Band band,
            long protectionTicks,
            AllocationProfile profile,
            ToIntFunction<String> weights) {
        this(book, referenceTicks, band, protectionTicks, profile, weights, 0, 0);
    }

    /**
     * Finds the price.
     *
     * @param book the orders
     * @param referenceTicks reference price
     * @param band prices that may be published
     * @param protectionTicks how far from the reference market orders may trade
     * @param profile how the last lots are shared
     * @param weights share of an account in {@link AllocationProfile#MAX_MIN}, at least 1
     * @param blockBuyLots lots that accepted blocks buy
     * @param blockSellLots lots that accepted blocks sell
     * @throws IllegalArgumentException if not all block lots can trade
     */
    public BookAuction(
            OrderBook book,
            long referenceTicks,
            Band band,
            long protectionTicks,
            AllocationProfile profile,
            ToIntFunction<String> weights,
            long blockBuyLots,
            long blockSellLots) {
        this.book = book;
        this.profile = profile;
        this.weights = weights;
        this.marketBuyLimit = band.marketBuyLimit(referenceTicks, protectionTicks);
        this.marketSellLimit = band.marketSellLimit(referenceTicks, protectionTicks);
        this.blockBuyLots = blockBuyLots;
        this.blockSellLots = blockSellLots;
        this.result = findPrice(referenceTicks, band);
        if (result.volumeLots() < Math.max(blockBuyLots, blockSellLots)) {
            throw new IllegalArgumentException(
                    "blocks of "
                            + blockBuyLots
                            + " lots to buy and "
                            + blockSellLots
                            + " to sell cannot all trade, volume is "
                            + result.volumeLots());
        }
    }

    public AuctionResult result() {
        return result;
    }

    /**
     * The levels of a side that the price was found on, best first: those that can cross, market
     * orders and block lots among them.
     */
    public PriceLevels levels(Side side) {
        return side == Side.BUY ? buys : sells;
    }

    /** The limit that market orders of a side take part with. */
    public long marketLimit(Side side) {
        return side == Side.BUY ? marketBuyLimit : marketSellLimit;
    }

    private AuctionResult findPrice(long referenceTicks, Band band) {
        long highestBuy = bestLimit(Side.BUY);
        long lowestSell = bestLimit(Side.SELL);
        if (blockBuyLots > 0) {
            highestBuy = Math.max(highestBuy, band.highTicks());
        }
        if (blockSellLots > 0) {
            lowestSell = Math.min(lowestSell, band.lowTicks());
        }
        if (highestBuy >= lowestSell) {
            collect(Side.BUY, lowestSell, band.highTicks(), blockBuyLots, buys);
            collect(Side.SELL, highestBuy, band.lowTicks(), blockSellLots, sells);
        }
        return CallAuction.clear(buys, sells, referenceTicks, band)
                .withBest(book.bestBidTicks(), book.bestAskTicks());
    }

    /** Best limit of a side, market orders included; if it is empty, a limit that meets nothing. */
    private long bestLimit(Side side) {
        BookSide orders = book.side(side);
        boolean market = orders.market().orders > 0;
        if (side == Side.BUY) {
            long best = orders.bestOr(Long.MIN_VALUE);
            return market ? Math.max(best, marketBuyLimit) : best;
        }
        long best = orders.bestOr(Long.MAX_VALUE);
        return market ? Math.min(best, marketSellLimit) : best;
    }

    /** Collects the levels that can cross, market orders and block lots among them. */
    private void collect(Side side, long worst, long blockLimit, long blockLots, PriceLevels into) {
        BookSide orders = book.side(side);
        long marketLimit = marketLimit(side);
        long marketLots = orders.market().lots;
        long blockLeft = blockLots;
        for (BookLevel level : orders.levels()) {
            if (isBetter(side, worst, level.limitTicks)) {
                break;
            }
            // The end of the band, where blocks are, is no worse than any market order's limit.
            if (blockLeft > 0 && !isBetter(side, level.limitTicks, blockLimit)) {
                into.add(blockLimit, blockLeft);
                blockLeft = 0;
            }
            if (marketLots > 0 && !isBetter(side, level.limitTicks, marketLimit)) {
                into.add(marketLimit, marketLots);
                marketLots = 0;
            }
            into.add(level.limitTicks, level.lots);
        }
        if (blockLeft > 0) {
            into.add(blockLimit, blockLeft);
        }
        if (marketLots > 0) {
            into.add(marketLimit, marketLots);
        }
    }

    /** Returns all fills of the book's orders by sequence; empty without a price. */
    public List<Fill> fills() {
        List<Fill> fills = new ArrayList<>();
        if (result.hasPrice()) {
            fillSide(Side.BUY, fills);
            fillSide(Side.SELL, fills);
            return bySequence(fills);
        }
        return fills;
    }

    /** Sorts primitive keys, sequence above and index below: much faster than comparing fills. */
    private static List<Fill> bySequence(List<Fill> fills) {
        int indexBits = 32 - Integer.numberOfLeadingZeros(fills.size());
        long[] keys = new long[fills.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = fills.get(i).order().sequence() << indexBits | i;
        }
        Arrays.sort(keys);
        List<Fill> sorted = new ArrayList<>(keys.length);
        for (long key : keys) {
            sorted.add(fills.get((int) (key & ((1L << indexBits) - 1))));
        }
        return sorted;
    }

    private void fillSide(Side side, List<Fill> fills) {
        BookSide orders = book.side(side);
        long marketLimit = marketLimit(side);
        BookLevel market = orders.market().orders > 0 ? orders.market() : null;
        long left = result.volumeLots() - (side == Side.BUY ? blockBuyLots : blockSellLots);
        for (BookLevel level : orders.levels()) {
            if (left > 0 && market != null && isBetter(side, marketLimit, level.limitTicks)) {
                left -= fillLevel(market, null, left, fills);
                market = null;
            }
            if (left == 0) {
                return;
            }
            boolean tied = market != null && marketLimit == level.limitTicks;
            left -= fillLevel(level, tied ? market : null, left, fills);
            market = tied ? null : market;
        }
        if (left > 0) {
            fillLevel(Objects.requireNonNull(market), null, left, fills);
        }
    }

    /** Fills a level, with market orders at the same limit, and returns the lots that it took. */
    private long fillLevel(BookLevel level, BookLevel market, long left, List<Fill> fills) {
        long wanted = level.lots + (market == null ? 0 : market.lots);
        if (wanted > left) {
            MarginalLevel.share(merge(level, market), left, profile, weights, fills);
            return left;
        }
        for (RestingOrder order = level.first; order != null; order = order.next) {
            fills.add(new Fill(order, order.leavesLots));
        }
        if (market != null) {
            for (RestingOrder order = market.first; order != null; order = order.next) {
                fills.add(new Fill(order, order.leavesLots));
            }
        }
        return wanted;
    }

    private static List<RestingOrder> merge(BookLevel level, BookLevel market) {
        List<RestingOrder> merged = new ArrayList<>();
        RestingOrder a = level.first;
        RestingOrder b = market == null ? null : market.first;
        while (a != null || b != null) {
            if (b == null || (a != null && a.sequence < b.sequence)) {
                merged.add(a);
                a = a.next;
            } else {
                merged.add(b);
                b = b.next;
            }
        }
        return merged;
    }

    private static boolean isBetter(Side side, long limit, long other) {
        return side == Side.BUY ? limit > other : limit < other;
    }
}
