package io.attentionfutures.market.auction;

/**
 * A corridor of prices, both ends inclusive.
 *
 * @param lowTicks lowest price that may be published
 * @param highTicks highest price that may be published, not below {@code lowTicks}
 */
public record Band(long lowTicks, long highTicks) {
    public Band {
        if (highTicks < lowTicks) {
            throw new IllegalArgumentException(
                    "a band must not end below its start, was ["
                            + lowTicks
                            + ", "
                            + highTicks
                            + "]");
        }
    }

    public boolean contains(long ticks) {
        return lowTicks <= ticks && ticks <= highTicks;
    }

    /** Returns the price of this band that is nearest to {@code ticks}. */
    public long clamp(long ticks) {
        return Math.max(lowTicks, Math.min(highTicks, ticks));
    }

    /**
     * Returns the limit that a market order to buy trades at: {@code reference + protection}, kept
     * in the band.
     */
    public long marketBuyLimit(long referenceTicks, long protectionTicks) {
        return clamp(saturatedSum(referenceTicks, protectionTicks));
    }

    /**
     * Returns the limit that a market order to sell trades at: {@code reference - protection}, kept
     * in the band.
     */
    public long marketSellLimit(long referenceTicks, long protectionTicks) {
        return clamp(saturatedSum(referenceTicks, -protectionTicks));
    }

    private static long saturatedSum(long a, long b) {
        long sum = a + b;
        boolean overflow = ((a ^ sum) & (b ^ sum)) < 0;
        return overflow ? (a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }

    @Override
    public String toString() {
        return "[" + lowTicks + ", " + highTicks + "]";
    }
}
