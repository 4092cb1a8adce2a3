package io.attentionfutures.market.margin;

import java.math.BigInteger;

/**
 * What the move of the mark pays to a position, or takes from it. Positions of a contract sum to
 * zero, so these payments do too.
 */
public final class VariationMargin {
    private VariationMargin() {}

    /**
     * Returns the payment to the account in minor units, negative if the account pays.
     *
     * @param positionLots net lots held while the mark moved
     * @param fromTicks mark that the position was last settled to; for lots filled since, the price
     *     of the fill
     * @param markTicks mark now
     * @param tickValue value of one tick for one lot, in minor units
     */
    public static BigInteger of(long positionLots, long fromTicks, long markTicks, long tickValue) {
        return Money.of(markTicks - fromTicks, positionLots, tickValue);
    }
}
