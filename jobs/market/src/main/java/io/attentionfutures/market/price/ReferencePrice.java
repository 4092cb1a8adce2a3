package io.attentionfutures.market.price;

import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.auction.Band;

/**
 * The price that a call starts from: it decides between equally good auction prices, protects
 * market orders and centres the static band.
 *
 * @param ticks the reference, a multiple of the price increment unless a price limit binds
 * @param forecastWeight share of the forecast in it, 0 to 1
 * @param marketWeight share of the last auction price in it, 0 to 1
 * @param autoregressiveWeight share of the autoregressive price in it, 0 to 1
 */
public record ReferencePrice(
        long ticks, double forecastWeight, double marketWeight, double autoregressiveWeight) {
    /**
     * Blends the signals at hand in proportion to their precision, one over the variance: the
     * combination of independent estimates that has the smallest variance. Rounded to the nearest
     * price increment, kept in floor and cap, and no further from the previous reference than the
     * specification's step.
     *
     * @param forecast the forecast's signal, or null
     * @param auction the last auction's signal, or null; not both null
     * @param autoregressive the signal of the market's past periods, or null
     * @param previousTicks the reference to step from, negative for none
     */
    public static ReferencePrice blend(
            PriceSignal forecast,
            PriceSignal auction,
            PriceSignal autoregressive,
            long previousTicks,
            ContractSpecification specification) {
        double precision = precision(forecast) + precision(auction) + precision(autoregressive);
        double forecastWeight = precision(forecast) / precision;
        double auctionWeight = precision(auction) / precision;
        double autoregressiveWeight = precision(autoregressive) / precision;
        double blended =
                weighted(forecastWeight, forecast)
                        + weighted(auctionWeight, auction)
                        + weighted(autoregressiveWeight, autoregressive);
        long increment = specification.priceIncrementTicks();
        long rounded = Math.round(blended / increment) * increment;
        long limited = StaticBand.hard(specification).clamp(rounded);
        if (previousTicks >= 0) {
            long step = specification.referenceStepTicks();
            limited =
                    StaticBand.hard(specification)
                            .clamp(
                                    new Band(previousTicks - step, previousTicks + step)
                                            .clamp(limited));
        }
        return new ReferencePrice(limited, forecastWeight, auctionWeight, autoregressiveWeight);
    }

    private static double precision(PriceSignal signal) {
        return signal == null ? 0 : signal.precision();
    }

    private static double weighted(double weight, PriceSignal signal) {
        return signal == null ? 0 : weight * signal.ticks();
    }

    /** Returns the reference of a contract that has neither forecast nor trade yet. */
    public static ReferencePrice opening(ContractSpecification specification) {
        long ticks = StaticBand.hard(specification).clamp(specification.openingReferenceTicks());
        return new ReferencePrice(ticks, 0, 0, 0);
    }
}
