package io.attentionfutures.local.agents;

import io.attentionfutures.schemas.AllocationProfile;
import io.attentionfutures.schemas.ContractSpecification;
import io.attentionfutures.schemas.SelfTradePrevention;
import java.time.Duration;

/** The contract specification that the local market gives to each market of a trace. */
public final class LocalSpecification {
    private static final double MOST_LOTS = 100_000;

    private LocalSpecification() {}

    /**
     * Returns a market's specification.
     *
     * @param capacity the largest capacity in the trace, units
     */
    public static ContractSpecification of(
            String market, long periodMillis, Duration callInterval, double capacity) {
        long gateClosure = Math.min(Duration.ofMinutes(15).toMillis(), periodMillis / 4);
        return ContractSpecification.newBuilder()
                .setMarket(market)
                .setSegment(market.substring(market.lastIndexOf('.') + 1))
                .setResourceUnit("unit")
                .setPeriodMillis(periodMillis)
                .setLotSize(lotSize(capacity))
                .setTickValue(1)
                .setPriceIncrementTicks(1)
                .setFloorTicks(1)
                .setCapTicks(1_000)
                .setMarginalCostTicks(150)
                .setMinimumReserve(Math.round(capacity * 0.05))
                .setListingHorizon(24)
                .setCallIntervalMillis(callInterval.toMillis())
                .setGateClosureMillis(gateClosure)
                .setFreezeMillis(0)
                .setMaximumOrderLots(1_000_000)
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
