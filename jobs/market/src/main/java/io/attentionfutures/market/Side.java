package io.attentionfutures.market;

/** The side of an order or of an execution. */
public enum Side {
    BUY,
    SELL;

    /**
     * Returns {@code +1} for a buy and {@code -1} for a sell: the sign of the position it opens.
     */
    public int sign() {
        return this == BUY ? 1 : -1;
    }

    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
