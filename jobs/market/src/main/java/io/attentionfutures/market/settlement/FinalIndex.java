package io.attentionfutures.market.settlement;

import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.price.DemandDistribution;
import io.attentionfutures.market.price.ScarcityPrice;

/**
 * What a delivery hour turned out to be worth: the scarcity price at the demand that was measured.
 *
 * <p>Demand is known, so supply either fell short or did not. The step between the two is smoothed
 * as if demand were uncertain by one per cent; otherwise one unit of telemetry could decide between
 * marginal cost and cap.
 *
 * @param ticks the index, within floor and cap
 * @param lossOfLoadProbability the smoothed step, 0 to 1
 */
public record FinalIndex(long ticks, double lossOfLoadProbability) {
    private static final double RELATIVE_DEVIATION = 0.01;
    private static final double SMALLEST_DEVIATION = 1e-9;

    /**
     * Prices a delivery hour.
     *
     * @param demand units that were asked for, at least 0
     * @param capacity units that were on offer
     * @param reserve units of it that are kept back
     * @param marginalCostTicks price when supply is plentiful
     * @param hard floor to cap; the cap is the value of lost load
     * @throws IllegalArgumentException if a number of units is not finite or demand is negative
     */
    public static FinalIndex of(
            double demand, double capacity, double reserve, long marginalCostTicks, Band hard) {
        if (!(demand >= 0) || !Double.isFinite(demand) || !Double.isFinite(capacity - reserve)) {
            throw new IllegalArgumentException(
                    "an index needs demand and capacity, was "
                            + demand
                            + " and "
                            + capacity
                            + " less "
                            + reserve);
        }
        double deviation = Math.max(RELATIVE_DEVIATION * demand, SMALLEST_DEVIATION);
        ScarcityPrice price =
                ScarcityPrice.of(
                        DemandDistribution.normal(demand, deviation),
                        capacity,
                        reserve,
                        marginalCostTicks,
                        hard.highTicks());
        return new FinalIndex(hard.clamp(Math.round(price.ticks())), price.lossOfLoadProbability());
    }
}
