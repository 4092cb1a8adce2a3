package io.attentionfutures.market.clearing;

import io.attentionfutures.market.clearing.MarketEvent.AccountChanged;
import io.attentionfutures.market.clearing.MarketEvent.CancelOrder;
import io.attentionfutures.market.clearing.MarketEvent.ForecastArrived;
import io.attentionfutures.market.clearing.MarketEvent.NewOrder;
import io.attentionfutures.market.clearing.MarketEvent.ReplaceOrder;
import io.attentionfutures.market.clearing.MarketEvent.SpecificationChanged;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Layout of an event on its way to a clearing house, also while it waits in stored state: a version
 * byte, a byte for its kind, its position, then its fields as they are declared. Keeps every value
 * of a command as it was received, nulls included. The layout says where it ends.
 */
public final class MarketEventCodec {
    private static final int VERSION = 1;

    private static final byte SPECIFICATION_CHANGED = 1;
    private static final byte ACCOUNT_CHANGED = 2;
    private static final byte NEW_ORDER = 3;
    private static final byte CANCEL_ORDER = 4;
    private static final byte REPLACE_ORDER = 5;
    private static final byte FORECAST_ARRIVED = 6;

    private MarketEventCodec() {}

    /** Writes an event. */
    public static void write(MarketEvent event, DataOutput out) throws IOException {
        out.writeByte(VERSION);
        if (event instanceof NewOrder) {
            start(out, NEW_ORDER, event);
            writeOrder(out, (NewOrder) event);
        } else if (event instanceof CancelOrder) {
            start(out, CANCEL_ORDER, event);
            CancelOrder cancel = (CancelOrder) event;
            writeCommand(out, cancel);
            Binary.writeText(out, cancel.originalClientOrderId());
        } else if (event instanceof ReplaceOrder) {
            start(out, REPLACE_ORDER, event);
            ReplaceOrder replace = (ReplaceOrder) event;
            writeCommand(out, replace);
            Binary.writeText(out, replace.originalClientOrderId());
            Binary.writeLong(out, replace.lots());
            Binary.writeLong(out, replace.limitTicks());
        } else if (event instanceof ForecastArrived) {
            start(out, FORECAST_ARRIVED, event);
            writeForecast(out, (ForecastArrived) event);
        } else if (event instanceof AccountChanged) {
            start(out, ACCOUNT_CHANGED, event);
            AccountCodec.write(out, ((AccountChanged) event).account());
        } else if (event instanceof SpecificationChanged) {
            start(out, SPECIFICATION_CHANGED, event);
            SpecificationCodec.write(out, ((SpecificationChanged) event).specification());
        }
    }

    /**
     * Reads an event.
     *
     * @throws IOException if it was written by a later version or is damaged
     */
    public static MarketEvent read(DataInput in) throws IOException {
        Binary.readVersion(in, VERSION, "an event");
        byte kind = in.readByte();
        LogPosition position = readPosition(in);
        switch (kind) {
            case NEW_ORDER:
                return readOrder(in, position);
            case CANCEL_ORDER:
                return new CancelOrder(
                        position,
                        Binary.readText(in),
                        Binary.readText(in),
                        Binary.readText(in),
                        Binary.readText(in));
            case REPLACE_ORDER:
                return new ReplaceOrder(
                        position,
                        Binary.readText(in),
                        Binary.readText(in),
                        Binary.readText(in),
                        Binary.readText(in),
                        Binary.readLong(in),
                        Binary.readLong(in));
            case FORECAST_ARRIVED:
                return readForecast(in, position);
            case ACCOUNT_CHANGED:
                return new AccountChanged(position, AccountCodec.read(in));
            case SPECIFICATION_CHANGED:
                return new SpecificationChanged(position, SpecificationCodec.read(in));
            default:
                throw new IOException("event kind " + kind + " is not known to this version");
        }
    }

    private static void start(DataOutput out, byte kind, MarketEvent event) throws IOException {
        out.writeByte(kind);
        LogPosition position = event.position();
        Binary.writeLong(out, position.timeMillis());
        Binary.writeText(out, position.topic());
        Binary.writeInt(out, position.partition());
        Binary.writeLong(out, position.offset());
    }

    private static LogPosition readPosition(DataInput in) throws IOException {
        return new LogPosition(
                Binary.readLong(in), Binary.readText(in), Binary.readInt(in), Binary.readLong(in));
    }

    private static void writeCommand(DataOutput out, MarketEvent.OrderCommand command)
            throws IOException {
        Binary.writeText(out, command.account());
        Binary.writeText(out, command.clientOrderId());
        Binary.writeText(out, command.contract());
    }

    private static void writeOrder(DataOutput out, NewOrder order) throws IOException {
        writeCommand(out, order);
        Binary.writeCode(out, order.side(), Binary.SIDES);
        Binary.writeCode(out, order.type(), Binary.ORDER_TYPES);
        Binary.writeCode(out, order.timeInForce(), Binary.TIMES_IN_FORCE);
        Binary.writeLong(out, order.lots());
        Binary.writeLong(out, order.limitTicks());
    }

    private static NewOrder readOrder(DataInput in, LogPosition position) throws IOException {
        return new NewOrder(
                position,
                Binary.readText(in),
                Binary.readText(in),
                Binary.readText(in),
                Binary.readCode(in, Binary.SIDES),
                Binary.readCode(in, Binary.ORDER_TYPES),
                Binary.readCode(in, Binary.TIMES_IN_FORCE),
                Binary.readLong(in),
                Binary.readLong(in));
    }

    private static void writeForecast(DataOutput out, ForecastArrived forecast) throws IOException {
        Binary.writeText(out, forecast.market());
        Binary.writeLong(out, forecast.dataAsOfMillis());
        Binary.writeLong(out, forecast.periodMillis());
        out.writeDouble(forecast.capacity());
        Binary.writeDoubles(out, forecast.mean());
        Binary.writeDoubles(out, forecast.deviation());
        Binary.writeDoubles(out, forecast.probabilities());
        Binary.writeInt(out, forecast.quantiles().length);
        for (double[] period : forecast.quantiles()) {
            Binary.writeDoubles(out, period);
        }
    }

    private static ForecastArrived readForecast(DataInput in, LogPosition position)
            throws IOException {
        String market = Binary.readText(in);
        long dataAsOf = Binary.readLong(in);
        long period = Binary.readLong(in);
        double capacity = in.readDouble();
        double[] mean = Binary.readDoubles(in);
        double[] deviation = Binary.readDoubles(in);
        double[] probabilities = Binary.readDoubles(in);
        double[][] quantiles = new double[Binary.readInt(in)][];
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = Binary.readDoubles(in);
        }
        return new ForecastArrived(
                position,
                market,
                dataAsOf,
                period,
                capacity,
                mean,
                deviation,
                probabilities,
                quantiles);
    }
}
