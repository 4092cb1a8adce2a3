package io.attentionfutures.market.settlement;

/** How a settlement price was found, best first. */
public enum SettlementTier {
    /** Mean of the settlement window's trades, weighted by lots. */
    VWAP,
    /** Last trade, moved to the best bid or ask if it lay outside. */
    LAST_TRADE,
    /** The reference, moved as far as the hour before was settled from its own. */
    NEIGHBOUR,
    /** The forecast's reference. */
    MODEL
}
