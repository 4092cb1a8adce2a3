package io.attentionfutures.market.price;

/**
 * What one more unit of demand costs on average when supply may run short: {@code marginal cost +
 * (value of lost load - marginal cost) * LOLP}, with the loss-of-load probability {@code LOLP = P(D
 * > K - X)} of demand {@code D} exceeding capacity {@code K} less the reserve {@code X}.
 * Electricity markets price scarcity the same way (operating reserve demand curve, W. Hogan, 2005).
 *
 * @param ticks the price, within marginal cost and value of lost load, not rounded
 * @param deviationTicks how uncertain the price is, see {@link #of}
 * @param lossOfLoadProbability probability that demand exceeds capacity less reserve
 */
public record ScarcityPrice(double ticks, double deviationTicks, double lossOfLoadProbability) {
    /**
     * Prices a period.
     *
     * <p>The price's own deviation is half of what it moves when demand's mean is moved from half a
     * standard deviation below to half a standard deviation above. A forecast's standard deviation
     * holds the noise of demand, which the price already averages over, and the error of the mean,
     * which it does not; half is taken to be the latter.
     *
     * @param demand forecast of the period's demand
     * @param capacity units on offer
     * @param reserve units of it that are kept back
     * @param marginalCostTicks price when supply is plentiful
     * @param lostLoadTicks price when supply is sure to run short
     */
    public static ScarcityPrice of(
            DemandDistribution demand,
            double capacity,
            double reserve,
            double marginalCostTicks,
            double lostLoadTicks) {
        double available = capacity - reserve;
        double half = demand.deviation() / 2;
        double range = lostLoadTicks - marginalCostTicks;
        double probability = demand.probabilityAbove(available);
        double low = demand.probabilityAbove(available + half);
        double high = demand.probabilityAbove(available - half);
        return new ScarcityPrice(
                marginalCostTicks + range * probability, range * (high - low) / 2, probability);
    }
}
