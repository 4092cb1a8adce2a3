package io.attentionfutures.market.margin;

import io.attentionfutures.market.Side;
import java.math.BigInteger;

/** What an order loses at the present mark the moment it fills at its limit. */
public final class LockedLoss {
    private LockedLoss() {}

    /**
     * Returns the loss: a buy's limit above the mark, or a sell's below it, times the lots; 0 for
     * an order that would not lose.
     *
     * @param limitTicks limit of the order; of a market order, the limit that it turns into
     * @param markTicks mark price
     * @param leavesLots open quantity
     * @param tickValue value of one tick for one lot, in minor units
     */
    public static BigInteger of(
            Side side, long limitTicks, long markTicks, long leavesLots, long tickValue) {
        return Money.of(worseTicks(side, limitTicks, markTicks), leavesLots, tickValue);
    }

    /**
     * Returns the loss of one lot.
     *
     * @throws ArithmeticException if it does not fit a long
     */
    public static long perLot(Side side, long limitTicks, long markTicks, long tickValue) {
        return Math.multiplyExact(worseTicks(side, limitTicks, markTicks), tickValue);
    }

    private static long worseTicks(Side side, long limitTicks, long markTicks) {
        return Math.max(0, side.sign() * (limitTicks - markTicks));
    }
}
