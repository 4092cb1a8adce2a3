package io.attentionfutures.market.surveillance;

import io.attentionfutures.market.auction.AuctionResult;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.auction.CallAuction;
import io.attentionfutures.market.auction.PriceLevels;
import io.attentionfutures.market.auction.RuleStep;

/**
 * What a call auction would find if some of its orders were not there. Equals {@link
 * CallAuction#clear} on the reduced levels, but costs {@code O(log n log k)} for {@code n} levels
 * and {@code k} own ones instead of {@code O(n)}.
 *
 * <p>Demand {@code B} and supply {@code S} are constant on the stretches of ticks between limits.
 * Without some orders they still are, {@code Z = B - S} still never rises with the price, and the
 * volume {@code min(B, S)} equals {@code S}, which never falls, as long as {@code Z > 0}, and
 * {@code B}, which never rises, from there on. So the crossing and the ends of all ties are found
 * by bisection. Not thread-safe.
 */
public final class CounterfactualPrice {
    private static final PriceLevels NOTHING = new PriceLevels();

    private final long referenceTicks;
    private final Band band;
    private final long highestBuyTicks;
    private final long lowestSellTicks;
    private final AuctionResult result;

    /** First tick of each stretch, ascending; a stretch ends before the next one starts. */
    private final long[] starts;

    private final long[] demand;
    private final long[] supply;
    private final int stretches;

    private final OwnCurve ownDemand = new OwnCurve();
    private final OwnCurve ownSupply = new OwnCurve();

    /**
     * Prepares for the questions about one call. Levels that cannot cross the other side's best
     * limit may be left out.
     *
     * @param buys lots to buy, highest limit first
     * @param sells lots to sell, lowest limit first
     * @param referenceTicks reference price, may lie outside the band
     * @param band prices that may be published
     */
    public CounterfactualPrice(
            PriceLevels buys, PriceLevels sells, long referenceTicks, Band band) {
        this.referenceTicks = referenceTicks;
        this.band = band;
        this.highestBuyTicks = buys.size() == 0 ? Long.MIN_VALUE : buys.ticks(0);
        this.lowestSellTicks = sells.size() == 0 ? Long.MAX_VALUE : sells.ticks(0);
        int most = buys.size() + sells.size() + 1;
        this.starts = new long[most];
        this.demand = new long[most];
        this.supply = new long[most];
        this.stretches = sweep(buys, sells);
        this.result = without(NOTHING, NOTHING);
    }

    private int sweep(PriceLevels buys, PriceLevels sells) {
        int lowestBuy = buys.size() - 1;
        while (lowestBuy >= 0 && buys.ticks(lowestBuy) < band.lowTicks()) {
            lowestBuy--;
        }
        long bought = 0;
        for (int level = 0; level <= lowestBuy; level++) {
            bought += buys.lots(level);
        }
        int nextSell = 0;
        long sold = 0;
        int count = 0;
        long start = band.lowTicks();
        while (true) {
            while (nextSell < sells.size() && sells.ticks(nextSell) <= start) {
                sold += sells.lots(nextSell++);
            }
            while (lowestBuy >= 0 && buys.ticks(lowestBuy) < start) {
                bought -= buys.lots(lowestBuy--);
            }
            starts[count] = start;
            demand[count] = bought;
            supply[count++] = sold;
            long next = Long.MAX_VALUE;
            if (nextSell < sells.size()) {
                next = sells.ticks(nextSell);
            }
            if (lowestBuy >= 0 && buys.ticks(lowestBuy) < band.highTicks()) {
                next = Math.min(next, buys.ticks(lowestBuy) + 1);
            }
            if (next > band.highTicks() || next == Long.MAX_VALUE) {
                return count;
            }
            start = next;
        }
    }

    /** Returns what the auction finds with all orders. */
    public AuctionResult result() {
        return result;
    }

    /** Highest limit to buy, {@code Long.MIN_VALUE} for none; sells above it change nothing. */
    public long highestBuyTicks() {
        return highestBuyTicks;
    }

    /** Lowest limit to sell, {@code Long.MAX_VALUE} for none; buys below it change nothing. */
    public long lowestSellTicks() {
        return lowestSellTicks;
    }

    /**
     * Returns what the auction would find without some lots. Names no best limits.
     *
     * @param ownBuys lots to leave out of the demand, highest limit first; they must be part of it
     * @param ownSells lots to leave out of the supply, lowest limit first; they must be part of it
     */
    public AuctionResult without(PriceLevels ownBuys, PriceLevels ownSells) {
        ownDemand.set(ownBuys, -1);
        ownSupply.set(ownSells, 1);
        int crossing = firstSurplusAtMost(0, 0);
        long left = crossing > 0 ? supplyAt(crossing - 1) : 0;
        long right = crossing < stretches ? demandAt(crossing) : 0;
        long volume = Math.max(left, right);
        if (volume == 0) {
            return new AuctionResult(
                    AuctionResult.NO_TICKS,
                    0,
                    0,
                    RuleStep.NO_PRICE,
                    AuctionResult.NO_TICKS,
                    AuctionResult.NO_TICKS);
        }
        // Surpluses next to the crossing are the smallest of their sides.
        long above = left == volume ? surplusAt(crossing - 1) : Long.MAX_VALUE;
        long below = right == volume ? surplusAt(crossing) : Long.MIN_VALUE + 1;
        if (above < -below) {
            return pressureToBuy(crossing - 1, above, volume, right == volume);
        }
        if (above > -below) {
            return pressureToSell(crossing, below, volume, left == volume);
        }
        long price = clamp(starts[crossing] - 1, starts[crossing]);
        return priced(price, volume, price < starts[crossing] ? above : below, RuleStep.REFERENCE);
    }

    /** The ties end at {@code last}, all with more demand than supply. */
    private AuctionResult pressureToBuy(
            int last, long surplus, long volume, boolean maximalBeyond) {
        long end = end(last);
        if (starts[firstSurplusAtMost(surplus, 0)] < end) {
            return priced(end, volume, surplus, RuleStep.PRESSURE_BUY);
        }
        boolean unique = !maximalBeyond && (last == 0 || supplyAt(last - 1) < volume);
        return priced(end, volume, surplus, unique ? RuleStep.UNIQUE : RuleStep.MIN_SURPLUS);
    }

    /** The ties start at {@code first}, with supply of at least the demand. */
    private AuctionResult pressureToSell(
            int first, long surplus, long volume, boolean maximalBefore) {
        long start = starts[first];
        int after = firstSurplusAtMost(surplus - 1, first);
        long end = end(after - 1);
        if (start == end) {
            boolean unique = !maximalBefore && (after == stretches || demandAt(after) < volume);
            return priced(start, volume, surplus, unique ? RuleStep.UNIQUE : RuleStep.MIN_SURPLUS);
        }
        return surplus == 0
                ? priced(clamp(start, end), volume, 0, RuleStep.REFERENCE)
                : priced(start, volume, surplus, RuleStep.PRESSURE_SELL);
    }

    /** Returns the first stretch, not before {@code from}, whose surplus is at most that. */
    private int firstSurplusAtMost(long surplus, int from) {
        int low = from;
        int high = stretches;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (surplusAt(middle) <= surplus) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private long demandAt(int stretch) {
        return demand[stretch] - ownDemand.lotsUpTo(-starts[stretch]);
    }

    private long supplyAt(int stretch) {
        return supply[stretch] - ownSupply.lotsUpTo(starts[stretch]);
    }

    private long surplusAt(int stretch) {
        return demandAt(stretch) - supplyAt(stretch);
    }

    private long end(int stretch) {
        return stretch + 1 < stretches ? starts[stretch + 1] - 1 : band.highTicks();
    }

    private long clamp(long low, long high) {
        return Math.max(low, Math.min(high, referenceTicks));
    }

    private static AuctionResult priced(long price, long volume, long surplus, RuleStep step) {
        return new AuctionResult(
                price, volume, surplus, step, AuctionResult.NO_TICKS, AuctionResult.NO_TICKS);
    }
}
