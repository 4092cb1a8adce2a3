package io.attentionfutures.market.auction;

/**
 * What a call auction found.
 *
 * @param priceTicks the one price of all trades, {@link #NO_TICKS} if nothing trades
 * @param volumeLots lots bought, which equals lots sold
 * @param surplusLots buy lots minus sell lots at the price, signed
 * @param step the rule that decided
 * @param bestBidTicks highest buy limit before the auction, {@link #NO_TICKS} if there is none;
 *     market orders have no limit
 * @param bestAskTicks lowest sell limit before the auction, {@link #NO_TICKS} if there is none
 */
public record AuctionResult(
        long priceTicks,
        long volumeLots,
        long surplusLots,
        RuleStep step,
        long bestBidTicks,
        long bestAskTicks) {
    /** Stands for a price that does not exist. */
    public static final long NO_TICKS = -1;

    static AuctionResult noPrice() {
        return new AuctionResult(NO_TICKS, 0, 0, RuleStep.NO_PRICE, NO_TICKS, NO_TICKS);
    }

    /** Returns whether the auction found a price. */
    public boolean hasPrice() {
        return step != RuleStep.NO_PRICE;
    }

    /** Returns the same result with the best limits that entered the auction. */
    public AuctionResult withBest(long bidTicks, long askTicks) {
        return new AuctionResult(priceTicks, volumeLots, surplusLots, step, bidTicks, askTicks);
    }
}
