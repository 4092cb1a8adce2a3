package io.attentionfutures.market.clearing;

import io.attentionfutures.market.ContractSpecification;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Layout of a contract specification: a version byte, then its fields as they are declared. Before
 * version 2 there was no autoregressive price.
 */
final class SpecificationCodec {
    private static final int VERSION = 2;

    private SpecificationCodec() {}

    static void write(DataOutput out, ContractSpecification value) throws IOException {
        out.writeByte(VERSION);
        Binary.writeText(out, value.market());
        Binary.writeText(out, value.segment());
        Binary.writeText(out, value.resourceUnit());
        Binary.writeLong(out, value.periodMillis());
        Binary.writeLong(out, value.lotSize());
        Binary.writeLong(out, value.tickValue());
        Binary.writeLong(out, value.priceIncrementTicks());
        Binary.writeLong(out, value.floorTicks());
        Binary.writeLong(out, value.capTicks());
        Binary.writeLong(out, value.marginalCostTicks());
        Binary.writeLong(out, value.minimumReserve());
        Binary.writeInt(out, value.listingHorizon());
        Binary.writeLong(out, value.callIntervalMillis());
        Binary.writeLong(out, value.gateClosureMillis());
        Binary.writeLong(out, value.freezeMillis());
        Binary.writeLong(out, value.maximumOrderLots());
        Binary.writeLong(out, value.protectionTicks());
        Binary.writeLong(out, value.bandFloorTicks());
        out.writeDouble(value.bandFraction());
        Binary.writeLong(out, value.referenceStepTicks());
        Binary.writeLong(out, value.openingReferenceTicks());
        Binary.writeLong(out, value.forecastStaleMillis());
        Binary.writeLong(out, value.marketStaleMillis());
        out.writeDouble(value.marketDeviationTicks());
        Binary.writeLong(out, value.minimumVolumeLots());
        Binary.writeCode(out, value.allocationProfile(), Binary.PROFILES);
        Binary.writeCode(out, value.selfTradePrevention(), Binary.PREVENTIONS);
        RulesCodec.write(out, value.calls());
        RulesCodec.write(out, value.margin());
        RulesCodec.write(out, value.delivery());
        RulesCodec.write(out, value.baseline());
        Binary.writeInt(out, value.autoregressiveAfterPeriods());
    }

    static ContractSpecification read(DataInput in) throws IOException {
        int version = Binary.readVersion(in, VERSION, "a contract specification");
        return new ContractSpecification(
                Binary.readText(in),
                Binary.readText(in),
                Binary.readText(in),
                Binary.readLong(in),
                Binary.readLong(in),
                Binary.readLong(in),
                Binary.readLong(in),
                Binary.readLong(in),
                Binary.readLong(in),
                Binary.readLong(in),
                Binary.readLong(in),
                Binary.readInt(in),
                Binary.readLong(in),
                Binary.readLong(in),
                Binary.readLong(in),
                Binary.readLong(in),
                Binary.readLong(in),
                Binary.readLong(in),
                in.readDouble(),
                Binary.readLong(in),
                Binary.readLong(in),
                Binary.readLong(in),
                Binary.readLong(in),
                in.readDouble(),
                Binary.readLong(in),
                Binary.readCode(in, Binary.PROFILES),
                Binary.readCode(in, Binary.PREVENTIONS),
                RulesCodec.readCalls(in),
                RulesCodec.readMargin(in),
                RulesCodec.readDelivery(in),
                RulesCodec.readBaseline(in),
                version < 2 ? ContractSpecification.AUTOREGRESSIVE_AFTER : Binary.readInt(in));
    }
}
