package io.attentionfutures.market.clearing;

import io.attentionfutures.market.BaselineRules;
import io.attentionfutures.market.CallRules;
import io.attentionfutures.market.DeliveryRules;
import io.attentionfutures.market.MarginRules;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Layouts of the groups of rules in a contract specification: their fields as declared. */
final class RulesCodec {
    private RulesCodec() {}

    static void write(DataOutput out, CallRules value) throws IOException {
        Binary.writeLong(out, value.randomEndMillis());
        Binary.writeLong(out, value.randomSeed());
        Binary.writeLong(out, value.indicativeMillis());
        Binary.writeInt(out, value.openMinute());
        Binary.writeInt(out, value.closeMinute());
        Binary.writeLong(out, value.dynamicBandFloorTicks());
        out.writeDouble(value.dynamicBandFactor());
        Binary.writeLong(out, value.extensionMillis());
        out.writeDouble(value.extensionFactor());
    }

    static CallRules readCalls(DataInput in) throws IOException {
        return new CallRules(
                Binary.readLong(in),
                Binary.readLong(in),
                Binary.readLong(in),
                Binary.readInt(in),
                Binary.readInt(in),
                Binary.readLong(in),
                in.readDouble(),
                Binary.readLong(in),
                in.readDouble());
    }

    static void write(DataOutput out, MarginRules value) throws IOException {
        out.writeBoolean(value.collateralised());
        Binary.writeLong(out, value.positionLimitLots());
        Binary.writeLong(out, value.feePerLot());
        out.writeDouble(value.initialVolatility());
        Binary.writeLong(out, value.volatilityIntervalMillis());
        out.writeDouble(value.volatilityDecay());
        out.writeDouble(value.marginPeriods());
        out.writeDouble(value.minimumFraction());
        out.writeDouble(value.buffer());
        out.writeDouble(value.maintenanceFraction());
        Binary.writeLong(out, value.callMillis());
        out.writeDouble(value.bondFraction());
    }

    static MarginRules readMargin(DataInput in) throws IOException {
        return new MarginRules(
                in.readBoolean(),
                Binary.readLong(in),
                Binary.readLong(in),
                in.readDouble(),
                Binary.readLong(in),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                Binary.readLong(in),
                in.readDouble());
    }

    static void write(DataOutput out, DeliveryRules value) throws IOException {
        Binary.writeLong(out, value.settlementWindowMillis());
        Binary.writeLong(out, value.settlementDelayMillis());
        out.writeBoolean(value.verified());
        out.writeDouble(value.penaltyFraction());
    }

    static DeliveryRules readDelivery(DataInput in) throws IOException {
        return new DeliveryRules(
                Binary.readLong(in), Binary.readLong(in), in.readBoolean(), in.readDouble());
    }

    static void write(DataOutput out, BaselineRules value) throws IOException {
        Binary.writeText(out, value.account());
        Binary.writeInt(out, value.levels());
    }

    static BaselineRules readBaseline(DataInput in) throws IOException {
        return new BaselineRules(Binary.readText(in), Binary.readInt(in));
    }
}
