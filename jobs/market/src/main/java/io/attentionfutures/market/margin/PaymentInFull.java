package io.attentionfutures.market.margin;

import java.math.BigInteger;

/** The requirement of an account that pays in full instead of on margin. */
public final class PaymentInFull {
    private PaymentInFull() {}

    /**
     * Returns what the account must hold in one contract: its long position at the mark, and its
     * open buys at their limits.
     *
     * @param positionLots net lots; a short position adds nothing
     * @param openBuys sum of {@link #ofBuy} over the open buys
     */
    public static BigInteger requirement(
            long positionLots, long markTicks, long tickValue, BigInteger openBuys) {
        ExactSum sum = new ExactSum();
        addRequirement(sum, positionLots, markTicks, tickValue);
        return sum.toBigInteger().add(openBuys);
    }

    /** Adds what the position alone needs to a sum. */
    public static void addRequirement(
            ExactSum into, long positionLots, long markTicks, long tickValue) {
        into.addProduct(markTicks, tickValue, Math.max(positionLots, 0));
    }

    /** Returns what one open buy needs: {@code limit * leaves * tickValue}. */
    public static BigInteger ofBuy(long limitTicks, long leavesLots, long tickValue) {
        return Money.of(limitTicks, leavesLots, tickValue);
    }
}
