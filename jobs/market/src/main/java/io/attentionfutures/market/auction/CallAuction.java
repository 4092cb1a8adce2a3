package io.attentionfutures.market.auction;

/**
 * The uniform-price call auction.
 *
 * <p>With {@code B(p)} the buy lots with a limit of at least {@code p}, {@code S(p)} the sell lots
 * with a limit of at most {@code p}, volume {@code V = min(B, S)} and surplus {@code Z = B - S},
 * the price is found on a ladder: largest volume; of those ticks, smallest absolute surplus; of
 * those, the tick nearest to the reference if no surplus is left or both signs occur, the highest
 * tick if all have more demand, the lowest if all have more supply. Exchanges publish the same
 * ladder in their market models (auction price determination: executable volume, surplus, market
 * pressure, reference price).
 *
 * <p>{@code B} and {@code S} are constant between limits, so one sweep over the stretches between
 * neighbouring limits sees every tick of the band. Levels that cannot cross the other side's best
 * limit have no volume and may be left out.
 */
public final class CallAuction {
    private final PriceLevels buys;
    private final PriceLevels sells;

    private final PriceLadder ladder = new PriceLadder();

    private CallAuction(PriceLevels buys, PriceLevels sells) {
        this.buys = buys;
        this.sells = sells;
    }

    /**
     * Finds the price. The result names no best limits; the caller knows which of the lots are
     * market orders.
     *
     * @param buys lots to buy, highest limit first
     * @param sells lots to sell, lowest limit first
     * @param referenceTicks reference price, may lie outside the band
     * @param band prices that may be published
     */
    public static AuctionResult clear(
            PriceLevels buys, PriceLevels sells, long referenceTicks, Band band) {
        CallAuction auction = new CallAuction(buys, sells);
        auction.sweep(band);
        return auction.ladder.decide(referenceTicks);
    }

    private void sweep(Band band) {
        int nextSell = 0;
        long supply = 0;
        int lowestBuy = buys.size() - 1;
        while (lowestBuy >= 0 && buys.ticks(lowestBuy) < band.lowTicks()) {
            lowestBuy--;
        }
        long demand = 0;
        for (int level = 0; level <= lowestBuy; level++) {
            demand += buys.lots(level);
        }
        long start = band.lowTicks();
        while (start <= band.highTicks() && demand > 0) {
            while (nextSell < sells.size() && sells.ticks(nextSell) <= start) {
                supply += sells.lots(nextSell++);
            }
            long end = Math.min(band.highTicks(), buys.ticks(lowestBuy));
            if (nextSell < sells.size()) {
                end = Math.min(end, sells.ticks(nextSell) - 1);
            }
            ladder.visit(start, end, demand, supply);
            start = end + 1;
            while (lowestBuy >= 0 && buys.ticks(lowestBuy) < start) {
                demand -= buys.lots(lowestBuy--);
            }
        }
    }
}
