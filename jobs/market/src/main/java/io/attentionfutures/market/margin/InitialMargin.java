package io.attentionfutures.market.margin;

import io.attentionfutures.market.ContractSpecification;

/**
 * Collateral per lot of an open position: what it may lose, with 99 % confidence, before it can be
 * closed. {@code 2.326 s sqrt(MPOR) P tickValue (1 + buffer)}, the parametric value at risk, with
 * volatility {@code s} of the mark {@code P} and the margin period of risk {@code MPOR}; at least a
 * fraction of the notional, at least the stress loss, and at most the widest move there is, from
 * floor to cap.
 *
 * @param periods margin period of risk, counted in steps of the volatility, not negative
 * @param buffer what is added against procyclicality, as a fraction, not negative
 * @param minimumFraction smallest margin as a fraction of notional, not negative
 */
public record InitialMargin(double periods, double buffer, double minimumFraction) {
    /** The normal distribution's 99 % quantile. */
    private static final double QUANTILE = 2.326;

    /** What floating point may add to a whole number must not round it up to the next one. */
    private static final double ROUNDING = 1e-12;

    public InitialMargin {
        Parameters.require(periods, "periods");
        Parameters.require(buffer, "buffer");
        Parameters.require(minimumFraction, "minimumFraction");
    }

    /**
     * Returns the margin of one lot, long or short, in minor units of money, rounded up.
     *
     * @param markTicks mark price, not negative
     * @param volatility volatility of the mark, see {@link MarkVolatility}
     * @param stressTicks loss under stress as a price move, see {@link ScarcityStress}; 0 without a
     *     forecast
     * @param specification for the tick value, the floor and the cap
     */
    public long perLot(
            long markTicks,
            double volatility,
            double stressTicks,
            ContractSpecification specification) {
        Parameters.require(volatility, "volatility");
        Parameters.require(stressTicks, "stressTicks");
        if (markTicks < 0) {
            throw new IllegalArgumentException("mark must not be negative, was " + markTicks);
        }
        double move = QUANTILE * volatility * Math.sqrt(periods) * markTicks * (1 + buffer);
        double needed = Math.max(Math.max(move, minimumFraction * markTicks), stressTicks);
        double widest = specification.capTicks() - specification.floorTicks();
        double money = Math.min(needed, widest) * specification.tickValue();
        return (long) Math.ceil(money * (1 - ROUNDING));
    }
}
