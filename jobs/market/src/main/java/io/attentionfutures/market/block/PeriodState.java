package io.attentionfutures.market.block;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.AuctionResult;

/**
 * A period with the lots of some accepted blocks. Remembers what it found last, so that taking a
 * block out again costs nothing.
 */
final class PeriodState {
    private final BlockPeriod period;
    private long buyLots;
    private long sellLots;
    private AuctionResult result;
    private long ordinaryWelfare;
    private long formerBuyLots;
    private long formerSellLots;
    private AuctionResult formerResult;
    private long formerWelfare;

    PeriodState(BlockPeriod period) {
        this.period = period;
        clear();
        formerResult = result;
        formerWelfare = ordinaryWelfare;
    }

    /** Adds block lots, negative to take them away; returns whether it took an auction. */
    boolean add(Side side, long lots) {
        long newBuyLots = side == Side.BUY ? buyLots + lots : buyLots;
        long newSellLots = side == Side.SELL ? sellLots + lots : sellLots;
        boolean known = newBuyLots == formerBuyLots && newSellLots == formerSellLots;
        AuctionResult knownResult = formerResult;
        long knownWelfare = formerWelfare;
        formerBuyLots = buyLots;
        formerSellLots = sellLots;
        formerResult = result;
        formerWelfare = ordinaryWelfare;
        buyLots = newBuyLots;
        sellLots = newSellLots;
        if (known) {
            result = knownResult;
            ordinaryWelfare = knownWelfare;
        } else {
            clear();
        }
        return !known;
    }

    private void clear() {
        result = period.clear(buyLots, sellLots);
        long volume = result.volumeLots();
        ordinaryWelfare =
                isFilled() ? period.ordinaryWelfare(volume - buyLots, volume - sellLots) : 0;
    }

    AuctionResult result() {
        return result;
    }

    /**
     * The price, or what stands for it where there is none: the reference if no block waits there,
     * the end of the band that is worst for the blocks that do.
     */
    long priceTicks() {
        if (result.hasPrice()) {
            return result.priceTicks();
        }
        if (buyLots > 0) {
            return period.curve().band().highTicks();
        }
        return sellLots > 0
                ? period.curve().band().lowTicks()
                : period.curve().band().clamp(period.curve().referenceTicks());
    }

    /** Returns whether all block lots trade. */
    boolean isFilled() {
        return result.volumeLots() >= buyLots && result.volumeLots() >= sellLots;
    }

    /** Returns whether block lots of that side do not all trade. */
    boolean misses(Side side) {
        return result.volumeLots() < (side == Side.BUY ? buyLots : sellLots);
    }

    long ordinaryWelfare() {
        return ordinaryWelfare;
    }

    PeriodClearing clearing() {
        return new PeriodClearing(result, buyLots, sellLots);
    }
}
