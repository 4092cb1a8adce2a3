package io.attentionfutures.market.settlement;

/**
 * What is known of a contract when its gate closes. Prices in ticks; a negative one is unknown.
 *
 * @param window what traded in the settlement window
 * @param lastTradeTicks last auction price at which lots traded, negative if there is none
 * @param bestBidTicks best bid left in the book, negative if there is none
 * @param bestAskTicks best ask left in the book, negative if there is none
 * @param referenceTicks the contract's reference price, at least 0
 * @param neighbour the neighbouring hour of the same market, null if it is not settled yet
 */
public record GateClosure(
        TradedVolume window,
        long lastTradeTicks,
        long bestBidTicks,
        long bestAskTicks,
        long referenceTicks,
        Neighbour neighbour) {
    /**
     * A neighbouring hour.
     *
     * @param settlement its settlement price
     * @param referenceTicks its reference price when it settled, at least 0
     */
    public record Neighbour(SettlementPrice settlement, long referenceTicks) {
        public Neighbour {
            requireReference(referenceTicks);
        }

        long changeTicks() {
            return settlement.ticks() - referenceTicks;
        }
    }

    public GateClosure {
        requireReference(referenceTicks);
    }

    private static void requireReference(long ticks) {
        if (ticks < 0) {
            throw new IllegalArgumentException("a settlement needs a reference, was " + ticks);
        }
    }
}
