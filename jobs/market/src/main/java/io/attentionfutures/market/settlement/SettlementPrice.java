package io.attentionfutures.market.settlement;

import io.attentionfutures.market.auction.Band;
import java.util.Objects;

/**
 * The price that a contract's positions are settled at when its gate closes.
 *
 * @param ticks the price
 * @param tier where it comes from
 */
public record SettlementPrice(long ticks, SettlementTier tier) {
    public SettlementPrice {
        Objects.requireNonNull(tier, "tier");
    }

    /**
     * Returns the price of the first tier that has one.
     *
     * <ol>
     *   <li>The settlement window's volume-weighted average price.
     *   <li>The last trade, moved to the best bid or ask if it lies outside of them.
     *   <li>The reference plus the difference between a neighbouring hour's settlement price and
     *       its reference. Only a neighbour that traded counts, lest one trade be echoed from hour
     *       to hour through the whole day.
     *   <li>The reference.
     * </ol>
     *
     * @param hard floor to cap; every tier is kept in it
     */
    public static SettlementPrice of(GateClosure closure, Band hard) {
        if (closure.window().lots() > 0) {
            return inside(hard, closure.window().averageTicks(), SettlementTier.VWAP);
        }
        if (closure.lastTradeTicks() >= 0) {
            return inside(hard, quoted(closure), SettlementTier.LAST_TRADE);
        }
        GateClosure.Neighbour neighbour = closure.neighbour();
        if (neighbour != null && neighbour.settlement().tier().traded()) {
            long moved = closure.referenceTicks() + neighbour.changeTicks();
            return inside(hard, moved, SettlementTier.NEIGHBOUR);
        }
        return inside(hard, closure.referenceTicks(), SettlementTier.MODEL);
    }

    /** A book that crosses, because its last call printed nothing, bounds the other way round. */
    private static long quoted(GateClosure closure) {
        long bid = closure.bestBidTicks() < 0 ? 0 : closure.bestBidTicks();
        long ask = closure.bestAskTicks() < 0 ? Long.MAX_VALUE : closure.bestAskTicks();
        return new Band(Math.min(bid, ask), Math.max(bid, ask)).clamp(closure.lastTradeTicks());
    }

    private static SettlementPrice inside(Band hard, long ticks, SettlementTier tier) {
        return new SettlementPrice(hard.clamp(ticks), tier);
    }
}
