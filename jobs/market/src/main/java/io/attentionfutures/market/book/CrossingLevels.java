package io.attentionfutures.market.book;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.auction.PriceLevels;

/**
 * The levels of a book that can cross, with market orders at the limit that they take part with and
 * block lots at the end of the band.
 *
 * <p>For the price alone most of them need not be told apart. Take a run of buys whose worst limit
 * {@code b} lies in the band or above it, with more to sell at {@code b} than to buy: volume at
 * {@code b} is all that is bought there, and volume at a higher price is less, for the level at
 * {@code b} is missing. So no higher price can be the auction's, and it changes nothing to count
 * all lots with a limit of {@code b} or more at {@code b}. Sells are the mirror image.
 */
final class CrossingLevels {
    private final OrderBook book;
    private final Band band;
    private final long marketBuyLimit;
    private final long marketSellLimit;
    private final long blockBuyLots;
    private final long blockSellLots;

    CrossingLevels(
            OrderBook book,
            Band band,
            long marketBuyLimit,
            long marketSellLimit,
            long blockBuyLots,
            long blockSellLots) {
        this.book = book;
        this.band = band;
        this.marketBuyLimit = marketBuyLimit;
        this.marketSellLimit = marketSellLimit;
        this.blockBuyLots = blockBuyLots;
        this.blockSellLots = blockSellLots;
    }

    /** Adds every level. */
    void addAll(PriceLevels buys, PriceLevels sells) {
        if (crosses()) {
            add(Side.BUY, 0, buys);
            add(Side.SELL, 0, sells);
        }
    }

    /** Adds levels that give the same price as all of them. */
    void addForPrice(PriceLevels buys, PriceLevels sells) {
        if (crosses()) {
            add(Side.BUY, runsBeyondPrice(Side.BUY), buys);
            add(Side.SELL, runsBeyondPrice(Side.SELL), sells);
        }
    }

    private boolean crosses() {
        return bestLimit(Side.BUY) >= bestLimit(Side.SELL);
    }

    /** Best limit of a side, whatever takes part; of an empty side, a limit that meets nothing. */
    private long bestLimit(Side side) {
        BookSide orders = book.side(side);
        boolean market = orders.market().orders() > 0;
        if (side == Side.BUY) {
            long best = orders.bestOr(Long.MIN_VALUE);
            best = market ? Math.max(best, marketBuyLimit) : best;
            return blockBuyLots > 0 ? Math.max(best, band.highTicks()) : best;
        }
        long best = orders.bestOr(Long.MAX_VALUE);
        best = market ? Math.min(best, marketSellLimit) : best;
        return blockSellLots > 0 ? Math.min(best, band.lowTicks()) : best;
    }

    /** Returns how many of the best runs may be counted at the worst limit among them. */
    private int runsBeyondPrice(Side side) {
        BookSide own = book.side(side);
        BookSide other = book.side(side.opposite());
        long end = side == Side.BUY ? band.lowTicks() : band.highTicks();
        long ownLots = own.market().lots() + blockLots(side);
        long otherLots = 0;
        int others = 0;
        for (int run = 0; run < own.runCount(); run++) {
            long worst = own.run(run).worstTicks();
            ownLots += own.run(run).lots;
            if (run == 0) {
                while (others < other.runCount() && meets(side, worst, other.run(others))) {
                    otherLots += other.run(others++).lots;
                }
            }
            while (others > 0 && !meets(side, worst, other.run(others - 1))) {
                otherLots -= other.run(--others).lots;
            }
            if (otherLots <= ownLots || isBetter(side, end, worst)) {
                return run;
            }
        }
        return own.runCount();
    }

    /** Whether all levels of a run take part at a price. */
    private static boolean meets(Side side, long ticks, LevelRun run) {
        return !isBetter(side, run.worstTicks(), ticks);
    }

    private void add(Side side, int runsAtOnce, PriceLevels into) {
        BookSide orders = book.side(side);
        Extra extra = new Extra(side, orders.market().lots());
        long worst = bestLimit(side.opposite());
        if (runsAtOnce > 0) {
            long lots = 0;
            for (int run = 0; run < runsAtOnce; run++) {
                lots += orders.run(run).lots;
            }
            long ticks = orders.run(runsAtOnce - 1).worstTicks();
            extra.addBefore(ticks, into);
            into.add(ticks, lots);
        }
        for (int index = runsAtOnce; index < orders.runCount(); index++) {
            LevelRun run = orders.run(index);
            for (int place = 0; place < run.size; place++) {
                BookLevel level = run.levels[place];
                if (isBetter(side, worst, level.limitTicks)) {
                    extra.addRest(into);
                    return;
                }
                extra.addBefore(level.limitTicks, into);
                into.add(level.limitTicks, level.lots());
            }
        }
        extra.addRest(into);
    }

    private long blockLots(Side side) {
        return side == Side.BUY ? blockBuyLots : blockSellLots;
    }

    static boolean isBetter(Side side, long limit, long other) {
        return side == Side.BUY ? limit > other : limit < other;
    }

    /** Lots of blocks and market orders that are yet to be added among the limits. */
    private final class Extra {
        private final Side side;
        private final long blockLimit;
        private final long marketLimit;
        private long block;
        private long market;

        Extra(Side side, long market) {
            this.side = side;
            this.blockLimit = side == Side.BUY ? band.highTicks() : band.lowTicks();
            this.marketLimit = side == Side.BUY ? marketBuyLimit : marketSellLimit;
            this.block = blockLots(side);
            this.market = market;
        }

        /** The end of the band, where blocks are, is no worse than a market order's limit. */
        void addBefore(long limitTicks, PriceLevels into) {
            if (block > 0 && !isBetter(side, limitTicks, blockLimit)) {
                into.add(blockLimit, block);
                block = 0;
            }
            if (market > 0 && !isBetter(side, limitTicks, marketLimit)) {
                into.add(marketLimit, market);
                market = 0;
            }
        }

        void addRest(PriceLevels into) {
            if (block > 0) {
                into.add(blockLimit, block);
            }
            if (market > 0) {
                into.add(marketLimit, market);
            }
        }
    }
}
