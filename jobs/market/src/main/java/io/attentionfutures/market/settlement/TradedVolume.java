package io.attentionfutures.market.settlement;

import java.math.BigInteger;

/**
 * What traded so far in a settlement window. Exact at any volume.
 *
 * @param turnover sum of price times quantity, in ticks times lots
 * @param lots sum of quantities
 */
public record TradedVolume(BigInteger turnover, long lots) {
    /** Nothing traded. */
    public static final TradedVolume NONE = new TradedVolume(BigInteger.ZERO, 0);

    public TradedVolume {
        if (lots < 0 || turnover.signum() < 0) {
            throw new IllegalArgumentException(
                    "traded volume must not be negative, was " + turnover + " for " + lots);
        }
        if (lots == 0 && turnover.signum() != 0) {
            throw new IllegalArgumentException("no lots cannot have a turnover of " + turnover);
        }
    }

    /**
     * Returns this volume and an auction's.
     *
     * @param priceTicks the auction price, at least 0
     * @param auctionLots lots that traded at it, 0 for none
     * @throws ArithmeticException if the lots exceed a long
     */
    public TradedVolume plus(long priceTicks, long auctionLots) {
        if (priceTicks < 0 || auctionLots < 0) {
            throw new IllegalArgumentException(
                    "price and lots must not be negative, were "
                            + priceTicks
                            + " and "
                            + auctionLots);
        }
        BigInteger traded =
                BigInteger.valueOf(priceTicks).multiply(BigInteger.valueOf(auctionLots));
        return new TradedVolume(turnover.add(traded), Math.addExact(lots, auctionLots));
    }

    /**
     * Returns the volume-weighted average price, half a tick rounded up.
     *
     * @throws IllegalStateException if nothing traded
     */
    public long averageTicks() {
        if (lots == 0) {
            throw new IllegalStateException("nothing traded, so there is no average price");
        }
        BigInteger divisor = BigInteger.valueOf(lots).shiftLeft(1);
        return turnover.shiftLeft(1).add(BigInteger.valueOf(lots)).divide(divisor).longValueExact();
    }
}
