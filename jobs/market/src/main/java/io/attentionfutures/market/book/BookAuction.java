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
    /** Sequences are sorted once there are this many to every fill. */
    private static final int SPARSE = 8;

    private final OrderBook book;
    private final AllocationProfile profile;
    private final ToIntFunction<String> weights;
    private final long marketBuyLimit;
    private final long marketSellLimit;
    private final long blockBuyLots;
    private final long blockSellLots;
    private final CrossingLevels crossing;
    private final PriceLevels buys = new PriceLevels();
    private final PriceLevels sells = new PriceLevels();
    private final AuctionResult result;
    private boolean collected;

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
        this.crossing =
                new CrossingLevels(
                        book, band, marketBuyLimit, marketSellLimit, blockBuyLots, blockSellLots);
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
     * The levels of a side that the price follows from, best first: those that can cross, market
     * orders and block lots among them. As they are when this is first asked.
     */
    public PriceLevels levels(Side side) {
        if (!collected) {
            crossing.addAll(buys, sells);
            collected = true;
        }
        return side == Side.BUY ? buys : sells;
    }

    /** The limit that market orders of a side take part with. */
    public long marketLimit(Side side) {
        return side == Side.BUY ? marketBuyLimit : marketSellLimit;
    }

    private AuctionResult findPrice(long referenceTicks, Band band) {
        PriceLevels pricedBuys = new PriceLevels();
        PriceLevels pricedSells = new PriceLevels();
        crossing.addForPrice(pricedBuys, pricedSells);
        return CallAuction.clear(pricedBuys, pricedSells, referenceTicks, band)
                .withBest(book.bestBidTicks(), book.bestAskTicks());
    }

    /** Returns all fills of the book's orders by sequence; empty without a price. */
    public List<Fill> fills() {
        List<Fill> fills = new ArrayList<>();
        if (result.hasPrice()) {
            fillSide(Side.BUY, fills);
            fillSide(Side.SELL, fills);
        }
        return fills.isEmpty() ? fills : bySequence(fills);
    }

    /** Puts each fill at its place if sequences lie close together, as those of new orders do. */
    private static List<Fill> bySequence(List<Fill> fills) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Fill fill : fills) {
            first = Math.min(first, fill.order().sequence);
            last = Math.max(last, fill.order().sequence);
        }
        if (last - first >= SPARSE * (long) fills.size()) {
            return sorted(fills);
        }
        Fill[] places = new Fill[(int) (last - first) + 1];
        for (Fill fill : fills) {
            places[(int) (fill.order().sequence - first)] = fill;
        }
        fills.clear();
        for (Fill fill : places) {
            if (fill != null) {
                fills.add(fill);
            }
        }
        return fills;
    }

    /** Sorts primitive keys, sequence above and index below: much faster than comparing fills. */
    private static List<Fill> sorted(List<Fill> fills) {
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
        BookLevel market = orders.market().orders() > 0 ? orders.market() : null;
        long left = result.volumeLots() - (side == Side.BUY ? blockBuyLots : blockSellLots);
        for (BookLevel level : orders) {
            if (left > 0
                    && market != null
                    && CrossingLevels.isBetter(side, marketLimit, level.limitTicks)) {
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
        long wanted = level.lots() + (market == null ? 0 : market.lots());
        if (wanted > left) {
            MarginalLevel.share(merge(level, market), left, profile, weights, fills);
            return left;
        }
        fillWhole(level, fills);
        if (market != null) {
            fillWhole(market, fills);
        }
        return wanted;
    }

    private static void fillWhole(BookLevel level, List<Fill> fills) {
        for (int place = 0; place < level.places(); place++) {
            RestingOrder order = level.at(place);
            if (order != null) {
                fills.add(new Fill(order, order.leavesLots));
            }
        }
    }

    private static List<RestingOrder> merge(BookLevel level, BookLevel market) {
        List<RestingOrder> merged = new ArrayList<>();
        level.collect(merged);
        if (market != null) {
            market.collect(merged);
            merged.sort(OrderBook.BY_SEQUENCE);
        }
        return merged;
    }
}
