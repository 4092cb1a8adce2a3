package io.attentionfutures.market.margin;

import io.attentionfutures.market.price.DemandDistribution;
import io.attentionfutures.market.price.ScarcityPrice;

/**
 * How far the scarcity price would move if the forecast were wrong: re-valued with the mean of
 * demand two standard deviations up and down. This is how a forecast's uncertainty enters margin.
 */
public final class ScarcityStress {
    /** How many of its standard deviations the mean is moved. */
    public static final double DEVIATIONS = 2;

    private ScarcityStress() {}

    /**
     * Returns the larger of the two moves.
     *
     * @param demand forecast of the period's demand
     * @param capacity units on offer
     * @param reserve units of it that are kept back
     * @param marginalCostTicks price when supply is plentiful
     * @param lostLoadTicks price when supply is sure to run short
     * @return ticks, not rounded, from 0 to {@code lostLoadTicks - marginalCostTicks}
     */
    public static double moveTicks(
            DemandDistribution demand,
            double capacity,
            double reserve,
            double marginalCostTicks,
            double lostLoadTicks) {
        // Only the distance from demand to capacity counts: less capacity is more demand.
        double shift = DEVIATIONS * demand.deviation();
        double price = price(demand, capacity, reserve, marginalCostTicks, lostLoadTicks);
        double up = price(demand, capacity - shift, reserve, marginalCostTicks, lostLoadTicks);
        double down = price(demand, capacity + shift, reserve, marginalCostTicks, lostLoadTicks);
        return Math.max(Math.abs(up - price), Math.abs(down - price));
    }

    private static double price(
            DemandDistribution demand,
            double capacity,
            double reserve,
            double marginalCostTicks,
            double lostLoadTicks) {
        return ScarcityPrice.of(demand, capacity, reserve, marginalCostTicks, lostLoadTicks)
                .ticks();
    }
}
