package io.attentionfutures.market;

/** Builds specifications for tests; starts from a plain hourly market with prices 0 to 1000. */
public final class Specifications {
    public String market = "H100.EUW1";
    public String segment = "EUW1";
    public long periodMillis = 3_600_000;
    public long lotSize = 1;
    public long tickValue = 3;
    public long priceIncrementTicks = 1;
    public long floorTicks = 0;
    public long capTicks = 1000;
    public long marginalCostTicks = 150;
    public long minimumReserve = 50;
    public int listingHorizon = 4;
    public long callIntervalMillis = 60_000;
    public long gateClosureMillis = 900_000;
    public long freezeMillis = 0;
    public long maximumOrderLots = 1000;
    public long protectionTicks = 100;
    public long bandFloorTicks = 1000;
    public double bandFraction = 0.5;
    public long referenceStepTicks = 1000;
    public long openingReferenceTicks = 200;
    public long forecastStaleMillis = 7_200_000;
    public long marketStaleMillis = 7_200_000;
    public double marketDeviationTicks = 10;
    public long minimumVolumeLots = 10;
    public AllocationProfile allocationProfile = AllocationProfile.MAX_MIN;
    public SelfTradePrevention selfTradePrevention = SelfTradePrevention.CANCEL_NEW;
    public CallRules calls = CallRules.plain();
    public MarginRules margin = MarginRules.none();
    public DeliveryRules delivery = DeliveryRules.plain();
    public BaselineRules baseline = BaselineRules.none();
    public int autoregressiveAfterPeriods = ContractSpecification.AUTOREGRESSIVE_AFTER;

    /** Changes some fields of the plain specification. */
    @FunctionalInterface
    public interface Change {
        void apply(Specifications specification);
    }

    public static ContractSpecification plain() {
        return with(specification -> {});
    }

    public static ContractSpecification with(Change change) {
        Specifications builder = new Specifications();
        change.apply(builder);
        return new ContractSpecification(
                builder.market,
                builder.segment,
                "GPU",
                builder.periodMillis,
                builder.lotSize,
                builder.tickValue,
                builder.priceIncrementTicks,
                builder.floorTicks,
                builder.capTicks,
                builder.marginalCostTicks,
                builder.minimumReserve,
                builder.listingHorizon,
                builder.callIntervalMillis,
                builder.gateClosureMillis,
                builder.freezeMillis,
                builder.maximumOrderLots,
                builder.protectionTicks,
                builder.bandFloorTicks,
                builder.bandFraction,
                builder.referenceStepTicks,
                builder.openingReferenceTicks,
                builder.forecastStaleMillis,
                builder.marketStaleMillis,
                builder.marketDeviationTicks,
                builder.minimumVolumeLots,
                builder.allocationProfile,
                builder.selfTradePrevention,
                builder.calls,
                builder.margin,
                builder.delivery,
                builder.baseline,
                builder.autoregressiveAfterPeriods);
    }
}
