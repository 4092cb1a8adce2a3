package io.attentionfutures.market.clearing;

import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.clearing.MarketEvent.ForecastArrived;
import io.attentionfutures.market.margin.ScarcityStress;
import io.attentionfutures.market.price.DemandDistribution;
import io.attentionfutures.market.price.PriceSignal;
import io.attentionfutures.market.price.ReferencePrice;
import io.attentionfutures.market.price.ScarcityPrice;
import io.attentionfutures.market.price.StaticBand;

/**
 * Reference price and band of a contract at a time.
 *
 * <p>A forecast counts for a contract whose whole delivery lies in one of the forecast's periods,
 * until it is older than the specification allows; the last auction price likewise. If neither
 * counts there is no quote, whatever the autoregressive price would be, except that the opening
 * reference stands in until the first forecast or auction price. The reference moves at most one
 * step away from where it was when the newest forecast or auction price arrived. The static band is
 * centred on the last auction price while that counts, else on the reference.
 */
final class Pricing {
    private Pricing() {}

    /** Returns the quote, or null if no signal counts. */
    static Quote quote(ContractState contract, long timeMillis) {
        ContractSpecification specification = contract.market.specification;
        ForecastArrived forecast = contract.market.forecast;
        int period = periodOf(contract, forecast);
        ScarcityPrice scarcity = null;
        PriceSignal forecastSignal = null;
        if (period >= 0
                && timeMillis - forecast.dataAsOfMillis() <= specification.forecastStaleMillis()) {
            scarcity = scarcity(forecast, period, specification);
            if (scarcity != null) {
                forecastSignal =
                        PriceSignal.ofForecast(
                                scarcity, timeMillis - forecast.dataAsOfMillis(), specification);
            }
        }
        PriceSignal auctionSignal = null;
        long age = timeMillis - contract.lastPriceMillis;
        if (contract.lastPriceTicks >= 0 && age <= specification.marketStaleMillis()) {
            auctionSignal =
                    PriceSignal.ofAuction(
                            contract.lastPriceTicks, contract.lastVolumeLots, age, specification);
        }
        PriceSignal autoregressive = null;
        ReferencePrice reference;
        if (forecastSignal != null || auctionSignal != null) {
            autoregressive =
                    contract.market.history.signal(
                            contract.code.startMillis(), timeMillis, specification);
            reference =
                    ReferencePrice.blend(
                            forecastSignal,
                            auctionSignal,
                            autoregressive,
                            contract.anchorTicks,
                            specification);
        } else if (period < 0
                && contract.lastPriceTicks < 0
                && specification.openingReferenceTicks() >= 0) {
            reference = ReferencePrice.opening(specification);
        } else {
            return null;
        }
        long centre = auctionSignal == null ? reference.ticks() : contract.lastPriceTicks;
        Band directed = contract.directedBand();
        Band band = directed == null ? StaticBand.around(centre, specification) : directed;
        double stress =
                scarcity == null || !specification.margin().collateralised()
                        ? 0
                        : stress(forecast, period, specification);
        return new Quote(reference, scarcity, autoregressive, stress, band);
    }

    /** Returns the forecast's period that holds the contract's delivery, or -1. */
    static int periodOf(ContractState contract, ForecastArrived forecast) {
        if (forecast == null || forecast.periodMillis() <= 0) {
            return -1;
        }
        long offset = contract.code.startMillis() - forecast.dataAsOfMillis();
        long period = Math.floorDiv(offset, forecast.periodMillis());
        boolean holds =
                Math.floorMod(offset, forecast.periodMillis()) + contract.code.periodMillis()
                        <= forecast.periodMillis();
        return holds && period >= 0 && period < forecast.mean().length ? (int) period : -1;
    }

    /** Returns the scarcity price, or null if the forecast's numbers are no distribution. */
    private static ScarcityPrice scarcity(
            ForecastArrived forecast, int period, ContractSpecification specification) {
        if (!Double.isFinite(forecast.capacity()) || period >= forecast.deviation().length) {
            return null;
        }
        DemandDistribution demand = demand(forecast, period);
        return demand == null
                ? null
                : ScarcityPrice.of(
                        demand,
                        forecast.capacity(),
                        specification.minimumReserve(),
                        specification.marginalCostTicks(),
                        specification.capTicks());
    }

    private static double stress(
            ForecastArrived forecast, int period, ContractSpecification specification) {
        return ScarcityStress.moveTicks(
                demand(forecast, period),
                forecast.capacity(),
                specification.minimumReserve(),
                specification.marginalCostTicks(),
                specification.capTicks());
    }

    /** Returns what a forecast expects of a period, or null if its numbers are no distribution. */
    static DemandDistribution demand(ForecastArrived forecast, int period) {
        double mean = forecast.mean()[period];
        double deviation = forecast.deviation()[period];
        try {
            return forecast.probabilities().length == 0 || period >= forecast.quantiles().length
                    ? DemandDistribution.normal(mean, deviation)
                    : DemandDistribution.ofQuantiles(
                            mean,
                            deviation,
                            forecast.probabilities(),
                            forecast.quantiles()[period]);
        } catch (IllegalArgumentException e) {
            return null; // the producer's fault; the market goes on with the other signals
        }
    }
}
