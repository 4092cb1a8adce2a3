package io.attentionfutures.market;

import java.util.Objects;

/**
 * The rules of one market: what its contracts deliver and how they trade. An operator may publish a
 * new version at any time; it applies from its place in the log onwards.
 *
 * <p>Prices are in ticks, quantities in lots, times in milliseconds. Volatilities and deviations
 * are the only fractions: they shape bands and weights, never orders, fills or cash.
 *
 * @param market resource class and region, for example {@code H100.EUW1}
 * @param segment the clearing segment that the market is cleared in
 * @param resourceUnit what one unit is, for people, for example {@code GPU}
 * @param periodMillis length of a delivery period
 * @param lotSize units of resource for the whole period in one lot, at least 1
 * @param tickValue value of one tick for one lot, in minor units of money, at least 1
 * @param priceIncrementTicks limits must be a multiple of this many ticks, at least 1
 * @param floorTicks lowest price, inclusive
 * @param capTicks highest price, inclusive: the value of lost load
 * @param marginalCostTicks price at which demand far below capacity clears
 * @param minimumReserve units of capacity that are kept back, at least 0
 * @param listingHorizon how many delivery periods ahead trade at once, at least 1
 * @param callIntervalMillis time from one call auction to the next
 * @param gateClosureMillis how long before delivery a contract stops trading
 * @param freezeMillis how long before each call orders can no longer be cancelled or replaced, 0
 *     for never
 * @param maximumOrderLots largest quantity of one order
 * @param protectionTicks how far from the reference a market order may trade
 * @param bandFloorTicks smallest half-width of the static price band
 * @param bandFraction half-width of the static price band as a fraction of its centre
 * @param referenceStepTicks largest move of the reference price from one forecast to the next
 * @param openingReferenceTicks reference before the first forecast or trade, negative for none
 * @param forecastStaleMillis age at which a forecast no longer counts
 * @param marketStaleMillis age at which the last trade no longer counts
 * @param marketDeviationTicks standard deviation of a fresh auction price as a signal
 * @param minimumVolumeLots auction volume below which the auction price counts as thin
 * @param allocationProfile how lots are rationed at the auction price
 * @param selfTradePrevention what happens when an owner would meet itself
 */
public record ContractSpecification(
        String market,
        String segment,
        String resourceUnit,
        long periodMillis,
        long lotSize,
        long tickValue,
        long priceIncrementTicks,
        long floorTicks,
        long capTicks,
        long marginalCostTicks,
        long minimumReserve,
        int listingHorizon,
        long callIntervalMillis,
        long gateClosureMillis,
        long freezeMillis,
        long maximumOrderLots,
        long protectionTicks,
        long bandFloorTicks,
        double bandFraction,
        long referenceStepTicks,
        long openingReferenceTicks,
        long forecastStaleMillis,
        long marketStaleMillis,
        double marketDeviationTicks,
        long minimumVolumeLots,
        AllocationProfile allocationProfile,
        SelfTradePrevention selfTradePrevention) {
    /** Every price, quantity and length of time stays below this, so that products fit a long. */
    public static final long LARGEST = 1L << 40;

    public ContractSpecification {
        Objects.requireNonNull(resourceUnit, "resourceUnit");
        Objects.requireNonNull(allocationProfile, "allocationProfile");
        Objects.requireNonNull(selfTradePrevention, "selfTradePrevention");
        require(!market.isEmpty(), "market must not be empty");
        require(!segment.isEmpty(), "segment must not be empty");
        require(
                periodMillis > 0 && periodMillis % 60_000 == 0,
                "periodMillis must be whole minutes");
        require(lotSize >= 1 && lotSize < LARGEST, "lotSize must be at least 1");
        require(tickValue >= 1 && tickValue < 1_000_000, "tickValue must be 1 to 999999");
        require(priceIncrementTicks >= 1, "priceIncrementTicks must be at least 1");
        require(floorTicks >= 0, "floorTicks must not be negative");
        require(capTicks >= floorTicks, "capTicks must not be below floorTicks");
        require(capTicks < 1L << 30, "capTicks must be below 2^30");
        require(
                marginalCostTicks >= floorTicks && marginalCostTicks <= capTicks,
                "marginalCostTicks must lie between floorTicks and capTicks");
        require(minimumReserve >= 0, "minimumReserve must not be negative");
        require(
                listingHorizon >= 1 && listingHorizon <= 10_000,
                "listingHorizon must be 1 to 10000");
        require(callIntervalMillis >= 1, "callIntervalMillis must be positive");
        require(gateClosureMillis >= 0, "gateClosureMillis must not be negative");
        require(
                freezeMillis >= 0 && freezeMillis < callIntervalMillis,
                "freezeMillis must be shorter than callIntervalMillis");
        require(
                maximumOrderLots >= 1 && maximumOrderLots <= 1L << 31,
                "maximumOrderLots must be 1 to 2^31");
        require(protectionTicks >= 0, "protectionTicks must not be negative");
        require(bandFloorTicks >= 0, "bandFloorTicks must not be negative");
        require(bandFraction >= 0 && bandFraction < 1e6, "bandFraction must not be negative");
        require(referenceStepTicks >= 1, "referenceStepTicks must be at least 1");
        require(
                openingReferenceTicks <= capTicks,
                "openingReferenceTicks must not be above capTicks");
        require(forecastStaleMillis > 0, "forecastStaleMillis must be positive");
        require(marketStaleMillis > 0, "marketStaleMillis must be positive");
        require(
                marketDeviationTicks > 0 && marketDeviationTicks < 1e9,
                "marketDeviationTicks must be positive");
        require(minimumVolumeLots >= 1, "minimumVolumeLots must be at least 1");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("contract specification: " + message);
        }
    }
}
