package io.attentionfutures.pipeline.testing;

import io.attentionfutures.schemas.Account;
import io.attentionfutures.schemas.AllocationProfile;
import io.attentionfutures.schemas.CollateralTransfer;
import io.attentionfutures.schemas.ContractSpecification;
import io.attentionfutures.schemas.Directive;
import io.attentionfutures.schemas.DirectiveAction;
import io.attentionfutures.schemas.ModelRelease;
import io.attentionfutures.schemas.OrderAction;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.OrderType;
import io.attentionfutures.schemas.Role;
import io.attentionfutures.schemas.SelfTradePrevention;
import io.attentionfutures.schemas.TimeInForce;
import io.attentionfutures.schemas.TransferKind;
import io.attentionfutures.schemas.UsageSample;
import io.attentionfutures.schemas.wire.AvroSafety;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;

/** Plain public records and their bytes. */
public final class Values {
    static {
        AvroSafety.apply();
    }

    private Values() {}

    @SuppressWarnings("unchecked")
    public static <T extends SpecificRecordBase> byte[] bytes(T value) {
        return RecordCodec.of((Class<T>) value.getClass()).encode(value);
    }

    public static UsageSample usage(
            String market, String tenant, long sampledAtMillis, double used, double capacity) {
        return new UsageSample(
                market, tenant, Instant.ofEpochMilli(sampledAtMillis), used, capacity, "");
    }

    /** What a provider has online; its use is none, and must not matter. */
    public static UsageSample online(
            String market, String provider, long sampledAtMillis, double units) {
        return new UsageSample(
                market, "", Instant.ofEpochMilli(sampledAtMillis), Double.NaN, units, provider);
    }

    public static CollateralTransfer deposit(
            String id, String account, String segment, long amount) {
        return new CollateralTransfer(id, account, segment, TransferKind.DEPOSIT, amount);
    }

    /** A release under the name {@code default} of a file that has nothing to do with the hash. */
    public static ModelRelease release(String id, String version, String uri) {
        return new ModelRelease(
                "default", id, version, uri, "0".repeat(64), Instant.EPOCH, "a test");
    }

    /** A directive to halt a market; change what a test is about. */
    public static Directive.Builder halt(String id, String segment, String market) {
        return Directive.newBuilder()
                .setDirectiveId(id)
                .setIssuer("authority")
                .setSegment(segment)
                .setAction(DirectiveAction.HALT)
                .setTarget(market);
    }

    /** A new limit order that stays; change what a test is about. */
    public static OrderCommand.Builder order(
            String account, String id, String contract, OrderSide side, long lots, long limit) {
        return OrderCommand.newBuilder()
                .setAccount(account)
                .setClientOrderId(id)
                .setContract(contract)
                .setAction(OrderAction.NEW)
                .setSide(side)
                .setOrderType(OrderType.LIMIT)
                .setTimeInForce(TimeInForce.GTC)
                .setLots(lots)
                .setLimitTicks(limit);
    }

    public static Account account(String name, Role role, String... segments) {
        return new Account(name, role, List.of(segments), true, 1, false, Map.of());
    }

    /** An hourly market with calls every ten minutes and four contracts at a time. */
    public static ContractSpecification.Builder specification(String market) {
        return ContractSpecification.newBuilder()
                .setMarket(market)
                .setSegment(market.substring(market.lastIndexOf('.') + 1))
                .setResourceUnit("GPU")
                .setPeriodMillis(3_600_000)
                .setLotSize(1)
                .setTickValue(1)
                .setPriceIncrementTicks(1)
                .setFloorTicks(0)
                .setCapTicks(1000)
                .setMarginalCostTicks(150)
                .setMinimumReserve(5)
                .setListingHorizon(4)
                .setCallIntervalMillis(600_000)
                .setGateClosureMillis(900_000)
                .setFreezeMillis(0)
                .setMaximumOrderLots(1000)
                .setProtectionTicks(400)
                .setBandFloorTicks(600)
                .setBandFraction(1.0)
                .setReferenceStepTicks(200)
                .setOpeningReferenceTicks(200)
                .setForecastStaleMillis(7_200_000)
                .setMarketStaleMillis(7_200_000)
                .setMarketDeviationTicks(10)
                .setMinimumVolumeLots(10)
                .setAllocationProfile(AllocationProfile.MAX_MIN)
                .setSelfTradePrevention(SelfTradePrevention.CANCEL_NEW);
    }
}
