package io.attentionfutures.market.block;

import io.attentionfutures.market.auction.AuctionResult;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.auction.PriceCurve;
import io.attentionfutures.market.auction.PriceLevels;

/**
 * One period that blocks may span: the ordinary orders of its book, market orders at the limits
 * they trade at. Block lots take part at every price of the band and are filled before all ordinary
 * orders.
 */
public final class BlockPeriod {
    private final PriceCurve curve;
    private final MeritOrder buys;
    private final MeritOrder sells;

    /**
     * Makes a period. The levels may be reused afterwards.
     *
     * @param buys lots of all ordinary orders to buy, highest limit first
     * @param sells lots of all ordinary orders to sell, lowest limit first
     * @param referenceTicks reference price
     * @param band prices that may be published
     */
    public BlockPeriod(PriceLevels buys, PriceLevels sells, long referenceTicks, Band band) {
        this.curve = PriceCurve.of(buys, sells, referenceTicks, band);
        this.buys = new MeritOrder(buys);
        this.sells = new MeritOrder(sells);
    }

    /** Returns the period's curves. */
    public PriceCurve curve() {
        return curve;
    }

    /** Returns what the auction finds with block lots added. */
    public AuctionResult clear(long blockBuyLots, long blockSellLots) {
        return curve.clear(blockBuyLots, blockSellLots);
    }

    /**
     * Returns the limits of the ordinary orders that buy less the limits of those that sell, over
     * all lots they trade: the part of the welfare that is theirs.
     *
     * @param buyLots lots that ordinary orders buy, the best first
     * @param sellLots lots that ordinary orders sell, the best first
     */
    public long ordinaryWelfare(long buyLots, long sellLots) {
        return buys.value(buyLots) - sells.value(sellLots);
    }
}
