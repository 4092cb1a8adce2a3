package io.attentionfutures.market;

/** How an order names its price (FIX OrdType). */
public enum OrderType {
    /** Trades at its limit or better. */
    LIMIT,
    /** Trades at the auction price, protected by a distance from the reference price. */
    MARKET
}
