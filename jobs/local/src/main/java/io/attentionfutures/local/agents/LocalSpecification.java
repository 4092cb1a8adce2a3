package io.attentionfutures.local.agents;

import io.attentionfutures.schemas.AllocationProfile;
import io.attentionfutures.schemas.ContractSpecification;
import io.attentionfutures.schemas.SelfTradePrevention;
import java.time.Duration;

/** The contract specification that the local market gives to each market of a trace. */
public final class LocalSpecification {
    /** Largest order that is accepted. */
    static final long MAXIMUM_ORDER_LOTS = 1_000_000;

    private static final long CAP_TICKS = 1_000;
    private static final double MOST_LOTS = 100_000;
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    /** So wide that an extended call prints whatever its price is: nobody is there to resume. */
    private static final double EXTENSION_FACTOR = 10;

    private LocalSpecification() {}

    /**
     * Returns a market's specification.
     *
     * @param capacity the largest capacity in the trace, units
     */
    public static ContractSpecification of(
            String market, long periodMillis, Duration callInterval, double capacity) {
        return of(market, periodMillis, callInterval, capacity, 0);
    }

    /**
     * Returns a market's specification.
     *
     * @param capacity the largest capacity in the trace, units
     * @param leastPositionLimit lots that an account may hold of one contract in any case
     */
    public static ContractSpecification of(
            String market,
            long periodMillis,
            Duration callInterval,
            double capacity,
            long leastPositionLimit) {
        long gateClosure = Math.min(15 * MINUTE, periodMillis / 4);
        long halfPeriod = Math.min(30 * MINUTE, periodMillis / 2);
        long capacityLots = (long) Math.ceil(capacity / lotSize(capacity));
        return ContractSpecification.newBuilder()
                .setMarket(market)
                .setSegment(market.substring(market.lastIndexOf('.') + 1))
                .setResourceUnit("unit")
                .setPeriodMillis(periodMillis)
                .setLotSize(lotSize(capacity))
                .setTickValue(1)
                .setPriceIncrementTicks(1)
                .setFloorTicks(1)
                .setCapTicks(CAP_TICKS)
                .setMarginalCostTicks(150)
                .setMinimumReserve(Math.round(capacity * 0.05))
                .setListingHorizon(24)
                .setCallIntervalMillis(callInterval.toMillis())
                .setGateClosureMillis(gateClosure)
                .setFreezeMillis(0)
                .setMaximumOrderLots(MAXIMUM_ORDER_LOTS)
                .setProtectionTicks(400)
                .setBandFloorTicks(600)
                .setBandFraction(1.0)
                .setReferenceStepTicks(200)
                .setOpeningReferenceTicks(150)
                .setForecastStaleMillis(3 * periodMillis)
                .setMarketStaleMillis(12 * periodMillis)
                .setMarketDeviationTicks(10)
                .setMinimumVolumeLots(10)
                .setAllocationProfile(AllocationProfile.MAX_MIN)
                .setSelfTradePrevention(SelfTradePrevention.CANCEL_NEW)
                .setRandomEndMillis(Math.min(5_000, callInterval.toMillis() / 12))
                .setRandomSeed(market.hashCode())
                .setIndicativeMillis(halfPeriod)
                .setDynamicBandFloorTicks(CAP_TICKS / 8)
                .setDynamicBandFactor(6)
                .setExtensionMillis(Math.min(5 * callInterval.toMillis(), gateClosure))
                .setExtensionFactor(EXTENSION_FACTOR)
                .setCollateralised(true)
                .setPositionLimitLots(Math.max(leastPositionLimit, 4 * capacityLots + 100))
                .setFeePerLot(1)
                .setMarginCallMillis(halfPeriod)
                .setSettlementWindowMillis(2 * periodMillis)
                .setDeliveryVerified(true)
                .build();
    }

    /** The power of ten that keeps the whole capacity within 100,000 lots. */
    private static long lotSize(double capacity) {
        long size = 1;
        while (capacity / size > MOST_LOTS) {
            size *= 10;
        }
        return size;
    }
}
