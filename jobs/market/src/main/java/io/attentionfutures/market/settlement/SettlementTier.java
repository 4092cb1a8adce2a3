package io.attentionfutures.market.settlement;

/** Where a settlement price comes from, best first. */
public enum SettlementTier {
    /** Volume-weighted average of the settlement window's trades. */
    VWAP,
    /** The last trade before the window, moved to the best quote that it lies outside of. */
    LAST_TRADE,
    /** The reference, moved like the price of a neighbouring hour that did trade. */
    NEIGHBOUR,
    /** The reference alone: nobody traded, the price is the forecast's. */
    MODEL;

    /** Whether the contract's own trades made the price. */
    public boolean traded() {
        return this == VWAP || this == LAST_TRADE;
    }
}
