package io.attentionfutures.market.auction;

import java.util.Arrays;

/**
 * Demand and supply of a book at every price of a band, made once, to be asked many times what a
 * call auction would find if some lots were added or taken away.
 *
 * <p>Gives exactly what {@link CallAuction#clear} finds on the changed levels, without a sweep:
 * demand never rises and supply never falls with the price, so volume rises up to the tick where
 * they cross and falls beyond it, and all that the rules need is found by bisection.
 */
public final class PriceCurve {
    private final long referenceTicks;
    private final Band band;

    /** First tick of each stretch of constant demand and supply, ascending from the band's low. */
    final long[] starts;

    /** Lots to sell at each stretch; never falls. */
    final long[] supply;

    /** Lots to buy at each stretch, negated, so that it never falls either. */
    final long[] negatedDemand;

    /** Supply less demand at each stretch; never falls. */
    final long[] excess;

    /** The stretch that holds the first tick of each bucket, all buckets equally wide. */
    private final int[] buckets;

    /** Binary logarithm of the ticks in a bucket. */
    private final int bucketBits;

    private PriceCurve(PriceLevels buys, PriceLevels sells, long referenceTicks, Band band) {
        this.referenceTicks = referenceTicks;
        this.band = band;
        int most = buys.size() + sells.size() + 1;
        long[] tick = new long[most];
        long[] sold = new long[most];
        long[] bought = new long[most];
        int lowestBuy = buys.size() - 1;
        long demand = 0;
        for (int level = 0; level <= lowestBuy; level++) {
            demand += buys.lots(level);
        }
        int nextSell = 0;
        long lots = 0;
        int count = 0;
        long start = band.lowTicks();
        while (start <= band.highTicks()) {
            while (lowestBuy >= 0 && buys.ticks(lowestBuy) < start) {
                demand -= buys.lots(lowestBuy--);
            }
            while (nextSell < sells.size() && sells.ticks(nextSell) <= start) {
                lots += sells.lots(nextSell++);
            }
            tick[count] = start;
            bought[count] = -demand;
            sold[count++] = lots;
            long end = band.highTicks();
            if (lowestBuy >= 0) {
                end = Math.min(end, buys.ticks(lowestBuy));
            }
            if (nextSell < sells.size()) {
                end = Math.min(end, sells.ticks(nextSell) - 1);
            }
            start = end + 1;
        }
        starts = Arrays.copyOf(tick, count);
        supply = Arrays.copyOf(sold, count);
        negatedDemand = Arrays.copyOf(bought, count);
        excess = new long[count];
        for (int i = 0; i < count; i++) {
            excess[i] = supply[i] + negatedDemand[i];
        }
        long width = band.highTicks() - band.lowTicks();
        bucketBits = Math.max(0, bits(width) - bits(count));
        buckets = new int[(int) (width >>> bucketBits) + 1];
        int stretch = 0;
        for (int bucket = 0; bucket < buckets.length; bucket++) {
            long first = band.lowTicks() + ((long) bucket << bucketBits);
            while (stretch + 1 < count && starts[stretch + 1] <= first) {
                stretch++;
            }
            buckets[bucket] = stretch;
        }
    }

    private static int bits(long value) {
        return Long.SIZE - Long.numberOfLeadingZeros(value);
    }

    /**
     * Makes the curve of a book. The levels may be reused afterwards.
     *
     * @param buys lots to buy, highest limit first
     * @param sells lots to sell, lowest limit first
     * @param referenceTicks reference price, may lie outside the band
     * @param band prices that may be published
     */
    public static PriceCurve of(
            PriceLevels buys, PriceLevels sells, long referenceTicks, Band band) {
        return new PriceCurve(buys, sells, referenceTicks, band);
    }

    /** Returns what the auction finds on the book as it is. */
    public AuctionResult clear() {
        return clear(0, 0);
    }

    /**
     * Returns what the auction finds with lots added that trade at any price of the band.
     *
     * @param buyLots lots to buy, as if with a limit at the band's high
     * @param sellLots lots to sell, as if with a limit at the band's low
     */
    public AuctionResult clear(long buyLots, long sellLots) {
        return ShiftedCurve.of(this, buyLots, sellLots).clear();
    }

    /**
     * Returns what the auction finds with some lots added or taken away, in time {@code O(k log n)}
     * for {@code k} steps and {@code n} levels. Lots taken away must be there.
     */
    public AuctionResult clear(CurveSteps steps) {
        return ShiftedCurve.of(this, steps).clear();
    }

    public long referenceTicks() {
        return referenceTicks;
    }

    public Band band() {
        return band;
    }

    /** Returns the index of the stretch that holds a tick of the band. */
    int stretchAt(long ticks) {
        int bucket = (int) ((ticks - band.lowTicks()) >>> bucketBits);
        int low = buckets[bucket];
        int high = bucket + 1 < buckets.length ? buckets[bucket + 1] : starts.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= ticks) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
