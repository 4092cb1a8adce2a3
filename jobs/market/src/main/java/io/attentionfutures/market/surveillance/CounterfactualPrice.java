package io.attentionfutures.market.surveillance;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.AuctionResult;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.auction.CallAuction;
import io.attentionfutures.market.auction.CurveSteps;
import io.attentionfutures.market.auction.PriceCurve;
import io.attentionfutures.market.auction.PriceLevels;

/**
 * What a call auction would find if some of its orders were not there. Equals {@link
 * CallAuction#clear} on the reduced levels, but costs {@code O(k log n)} for {@code n} levels and
 * {@code k} own ones instead of {@code O(n)}, see {@link PriceCurve}.
 */
public final class CounterfactualPrice {
    private final PriceCurve curve;
    private final long highestBuyTicks;
    private final long lowestSellTicks;
    private final AuctionResult result;

    /**
     * Prepares for the questions about one call. Levels that cannot cross the other side's best
     * limit may be left out.
     *
     * @param buys lots to buy, highest limit first
     * @param sells lots to sell, lowest limit first
     * @param referenceTicks reference price, may lie outside the band
     * @param band prices that may be published
     */
    public CounterfactualPrice(
            PriceLevels buys, PriceLevels sells, long referenceTicks, Band band) {
        this.curve = PriceCurve.of(buys, sells, referenceTicks, band);
        this.highestBuyTicks = buys.size() == 0 ? Long.MIN_VALUE : buys.ticks(0);
        this.lowestSellTicks = sells.size() == 0 ? Long.MAX_VALUE : sells.ticks(0);
        this.result = curve.clear();
    }

    /** Returns what the auction finds with all orders. */
    public AuctionResult result() {
        return result;
    }

    /** Highest limit to buy, {@code Long.MIN_VALUE} for none; sells above it change nothing. */
    public long highestBuyTicks() {
        return highestBuyTicks;
    }

    /** Lowest limit to sell, {@code Long.MAX_VALUE} for none; buys below it change nothing. */
    public long lowestSellTicks() {
        return lowestSellTicks;
    }

    /**
     * Returns what the auction would find without some of its lots.
     *
     * @param ownBuys lots to buy that are taken away, highest limit first
     * @param ownSells lots to sell that are taken away, lowest limit first
     */
    public AuctionResult without(PriceLevels ownBuys, PriceLevels ownSells) {
        CurveSteps steps = new CurveSteps();
        // Ascending limits are the cheap order to add steps in.
        for (int level = ownBuys.size() - 1; level >= 0; level--) {
            steps.add(Side.BUY, ownBuys.ticks(level), -ownBuys.lots(level));
        }
        for (int level = 0; level < ownSells.size(); level++) {
            steps.add(Side.SELL, ownSells.ticks(level), -ownSells.lots(level));
        }
        return curve.clear(steps);
    }
}
