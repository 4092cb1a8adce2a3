package io.attentionfutures.market;

import io.attentionfutures.market.phase.TradingHours;
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
 * @param calls when calls happen and what interrupts them
 * @param margin what accounts must hold
 * @param delivery how contracts are settled
 * @param baseline whether the forecast bids
 * @param autoregressiveAfterPeriods how many settlement prices the autoregressive price is measured
 *     by before it counts in the reference, 0 for never
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
        SelfTradePrevention selfTradePrevention,
        CallRules calls,
        MarginRules margin,
        DeliveryRules delivery,
        BaselineRules baseline,
        int autoregressiveAfterPeriods) {
    /** Every price, quantity and length of time stays below this, so that products fit a long. */
    public static final long LARGEST = 1L << 40;

    /** What {@code autoregressiveAfterPeriods} is unless somebody says otherwise. */
    public static final int AUTOREGRESSIVE_AFTER = 24;

    public ContractSpecification {
        Objects.requireNonNull(resourceUnit, "resourceUnit");
        Objects.requireNonNull(allocationProfile, "allocationProfile");
        Objects.requireNonNull(selfTradePrevention, "selfTradePrevention");
        Objects.requireNonNull(calls, "calls");
        Objects.requireNonNull(margin, "margin");
        Objects.requireNonNull(delivery, "delivery");
        Objects.requireNonNull(baseline, "baseline");
        Requirement.holds(!market.isEmpty(), "market must not be empty");
        Requirement.holds(!segment.isEmpty(), "segment must not be empty");
        Requirement.holds(
                periodMillis > 0
                        && periodMillis % 60_000 == 0
                        && periodMillis <= ContractCode.LONGEST_PERIOD_MILLIS,
                "periodMillis must be whole minutes, at most 99999");
        Requirement.holds(lotSize >= 1 && lotSize < LARGEST, "lotSize must be at least 1");
        Requirement.holds(tickValue >= 1 && tickValue < 1_000_000, "tickValue must be 1 to 999999");
        Requirement.holds(priceIncrementTicks >= 1, "priceIncrementTicks must be at least 1");
        Requirement.holds(floorTicks >= 0, "floorTicks must not be negative");
        Requirement.holds(capTicks >= floorTicks, "capTicks must not be below floorTicks");
        Requirement.holds(capTicks < 1L << 30, "capTicks must be below 2^30");
        Requirement.holds(
                marginalCostTicks >= floorTicks && marginalCostTicks <= capTicks,
                "marginalCostTicks must lie between floorTicks and capTicks");
        Requirement.holds(minimumReserve >= 0, "minimumReserve must not be negative");
        Requirement.holds(
                listingHorizon >= 1 && listingHorizon <= 10_000,
                "listingHorizon must be 1 to 10000");
        Requirement.holds(callIntervalMillis >= 1, "callIntervalMillis must be positive");
        Requirement.holds(gateClosureMillis >= 0, "gateClosureMillis must not be negative");
        Requirement.holds(
                freezeMillis >= 0 && freezeMillis < callIntervalMillis,
                "freezeMillis must be shorter than callIntervalMillis");
        Requirement.holds(
                maximumOrderLots >= 1 && maximumOrderLots <= 1L << 31,
                "maximumOrderLots must be 1 to 2^31");
        Requirement.holds(protectionTicks >= 0, "protectionTicks must not be negative");
        Requirement.holds(bandFloorTicks >= 0, "bandFloorTicks must not be negative");
        Requirement.holds(
                bandFraction >= 0 && bandFraction < 1e6, "bandFraction must not be negative");
        Requirement.holds(referenceStepTicks >= 1, "referenceStepTicks must be at least 1");
        Requirement.holds(
                openingReferenceTicks <= capTicks,
                "openingReferenceTicks must not be above capTicks");
        Requirement.holds(forecastStaleMillis > 0, "forecastStaleMillis must be positive");
        Requirement.holds(marketStaleMillis > 0, "marketStaleMillis must be positive");
        Requirement.holds(
                callIntervalMillis
                        <= new TradingHours(calls.openMinute(), calls.closeMinute()).openMillis(),
                "callIntervalMillis must not be longer than trading hours");
        Requirement.holds(
                calls.randomEndMillis() < callIntervalMillis,
                "randomEndMillis must be shorter than callIntervalMillis");
        Requirement.holds(
                marketDeviationTicks > 0 && marketDeviationTicks < 1e9,
                "marketDeviationTicks must be positive");
        Requirement.holds(minimumVolumeLots >= 1, "minimumVolumeLots must be at least 1");
        Requirement.holds(
                autoregressiveAfterPeriods >= 0, "autoregressiveAfterPeriods must not be negative");
        Requirement.small(priceIncrementTicks, "priceIncrementTicks");
        Requirement.small(minimumReserve, "minimumReserve");
        Requirement.small(gateClosureMillis, "gateClosureMillis");
        Requirement.small(protectionTicks, "protectionTicks");
        Requirement.small(bandFloorTicks, "bandFloorTicks");
        Requirement.small(referenceStepTicks, "referenceStepTicks");
        Requirement.small(forecastStaleMillis, "forecastStaleMillis");
        Requirement.small(marketStaleMillis, "marketStaleMillis");
        Requirement.small(minimumVolumeLots, "minimumVolumeLots");
    }

    /** The same rules with another way of rationing. */
    public ContractSpecification withAllocationProfile(AllocationProfile changed) {
        return with(changed, calls, margin, delivery, baseline);
    }

    /** The same rules with other margin rules. */
    public ContractSpecification withMargin(MarginRules changed) {
        return with(allocationProfile, calls, changed, delivery, baseline);
    }

    private ContractSpecification with(
            AllocationProfile changedProfile,
            CallRules changedCalls,
            MarginRules changedMargin,
            DeliveryRules changedDelivery,
            BaselineRules changedBaseline) {
        return new ContractSpecification(
                market,
                segment,
                resourceUnit,
                periodMillis,
                lotSize,
                tickValue,
                priceIncrementTicks,
                floorTicks,
                capTicks,
                marginalCostTicks,
                minimumReserve,
                listingHorizon,
                callIntervalMillis,
                gateClosureMillis,
                freezeMillis,
                maximumOrderLots,
                protectionTicks,
                bandFloorTicks,
                bandFraction,
                referenceStepTicks,
                openingReferenceTicks,
                forecastStaleMillis,
                marketStaleMillis,
                marketDeviationTicks,
                minimumVolumeLots,
                changedProfile,
                selfTradePrevention,
                changedCalls,
                changedMargin,
                changedDelivery,
                changedBaseline,
                autoregressiveAfterPeriods);
    }
}
