package io.attentionfutures.market.margin;

import java.math.BigInteger;

/** What lots are worth at a price, in minor units of money; exact at any size. */
public final class Money {
    private Money() {}

    /**
     * Returns {@code ticks * lots * tickValue}.
     *
     * @param ticks a price or a price difference
     * @param lots signed quantity
     * @param tickValue value of one tick for one lot, in minor units
     */
    public static BigInteger of(long ticks, long lots, long tickValue) {
        return times(ticks, tickValue).multiply(BigInteger.valueOf(lots));
    }

    /** Returns what lots are worth at an amount per lot, in minor units. */
    public static BigInteger times(long perLot, long lots) {
        return BigInteger.valueOf(perLot).multiply(BigInteger.valueOf(lots));
    }
}
