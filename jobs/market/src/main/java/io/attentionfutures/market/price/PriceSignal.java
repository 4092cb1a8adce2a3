package io.attentionfutures.market.price;

import io.attentionfutures.market.ContractSpecification;

/**
 * One opinion of what a contract is worth.
 *
 * @param ticks the price, not rounded
 * @param deviationTicks its standard deviation, positive
 */
public record PriceSignal(double ticks, double deviationTicks) {
    public PriceSignal {
        if (!Double.isFinite(ticks) || !(deviationTicks > 0)) {
            throw new IllegalArgumentException(
                    "a signal needs a price and a positive deviation, was "
                            + ticks
                            + " and "
                            + deviationTicks);
        }
    }

    /**
     * Returns what a forecast says. Its deviation is the scarcity price's own, at least one price
     * increment; its variance grows by once itself with every delivery period of age.
     *
     * @param ageMillis time since the end of the demand that the forecast knows
     */
    public static PriceSignal ofForecast(
            ScarcityPrice scarcity, long ageMillis, ContractSpecification specification) {
        double fresh = Math.max(scarcity.deviationTicks(), specification.priceIncrementTicks());
        return new PriceSignal(
                scarcity.ticks(), fresh * Math.sqrt(ageFactor(ageMillis, specification)));
    }

    /**
     * Returns what an auction price says. Its deviation is the specification's for a fresh price;
     * its variance grows by once itself with every delivery period of age, and in proportion to how
     * far the volume fell short of the minimum volume.
     *
     * @param volumeLots lots that traded at the price, positive
     * @param ageMillis time since the auction
     */
    public static PriceSignal ofAuction(
            long priceTicks, long volumeLots, long ageMillis, ContractSpecification specification) {
        double thinness = Math.max(1, (double) specification.minimumVolumeLots() / volumeLots);
        return new PriceSignal(
                priceTicks,
                specification.marketDeviationTicks()
                        * Math.sqrt(thinness * ageFactor(ageMillis, specification)));
    }

    private static double ageFactor(long ageMillis, ContractSpecification specification) {
        return 1 + (double) Math.max(0, ageMillis) / specification.periodMillis();
    }

    double precision() {
        return 1 / (deviationTicks * deviationTicks);
    }
}
