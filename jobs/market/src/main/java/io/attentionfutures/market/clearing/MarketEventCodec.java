package io.attentionfutures.market.clearing;

import io.attentionfutures.market.clearing.MarketEvent.AccountChanged;
import io.attentionfutures.market.clearing.MarketEvent.CancelOrder;
import io.attentionfutures.market.clearing.MarketEvent.CollateralMoved;
import io.attentionfutures.market.clearing.MarketEvent.DemandRealised;
import io.attentionfutures.market.clearing.MarketEvent.DirectiveIssued;
import io.attentionfutures.market.clearing.MarketEvent.ForecastArrived;
import io.attentionfutures.market.clearing.MarketEvent.NewBlockOrder;
import io.attentionfutures.market.clearing.MarketEvent.NewOrder;
import io.attentionfutures.market.clearing.MarketEvent.RecordRefused;
import io.attentionfutures.market.clearing.MarketEvent.ReplaceOrder;
import io.attentionfutures.market.clearing.MarketEvent.SpecificationChanged;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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
    private static final byte NEW_BLOCK_ORDER = 7;
    private static final byte COLLATERAL_MOVED = 8;
    private static final byte DIRECTIVE_ISSUED = 9;
    private static final byte DEMAND_REALISED = 10;
    private static final byte RECORD_REFUSED = 11;

    private MarketEventCodec() {}

    /** Writes an event. */
    public static void write(MarketEvent event, DataOutput out) throws IOException {
        out.writeByte(VERSION);
        if (event instanceof NewOrder) {
            start(out, NEW_ORDER, event);
            CommandCodec.write(out, (NewOrder) event);
        } else if (event instanceof CancelOrder) {
            start(out, CANCEL_ORDER, event);
            CommandCodec.write(out, (CancelOrder) event);
        } else if (event instanceof ReplaceOrder) {
            start(out, REPLACE_ORDER, event);
            CommandCodec.write(out, (ReplaceOrder) event);
        } else if (event instanceof NewBlockOrder) {
            start(out, NEW_BLOCK_ORDER, event);
            CommandCodec.write(out, (NewBlockOrder) event);
        } else if (event instanceof ForecastArrived) {
            start(out, FORECAST_ARRIVED, event);
            writeForecast(out, (ForecastArrived) event);
        } else if (event instanceof AccountChanged) {
            start(out, ACCOUNT_CHANGED, event);
            AccountCodec.write(out, ((AccountChanged) event).account());
        } else if (event instanceof SpecificationChanged) {
            start(out, SPECIFICATION_CHANGED, event);
            SpecificationCodec.write(out, ((SpecificationChanged) event).specification());
        } else if (event instanceof CollateralMoved) {
            start(out, COLLATERAL_MOVED, event);
            writeTransfer(out, (CollateralMoved) event);
        } else if (event instanceof DirectiveIssued) {
            start(out, DIRECTIVE_ISSUED, event);
            writeDirective(out, (DirectiveIssued) event);
        } else if (event instanceof DemandRealised) {
            start(out, DEMAND_REALISED, event);
            writeDemand(out, (DemandRealised) event);
        } else if (event instanceof RecordRefused) {
            start(out, RECORD_REFUSED, event);
            writeRefused(out, (RecordRefused) event);
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
        try {
            return read(in, kind);
        } catch (IllegalArgumentException | NullPointerException e) {
            // What was written held, so what does not hold is not what was written.
            throw new IOException("an event is damaged: " + e.getMessage(), e);
        }
    }

    private static MarketEvent read(DataInput in, byte kind) throws IOException {
        LogPosition position = readPosition(in);
        switch (kind) {
            case NEW_ORDER:
                return CommandCodec.readNew(in, position);
            case CANCEL_ORDER:
                return CommandCodec.readCancel(in, position);
            case REPLACE_ORDER:
                return CommandCodec.readReplace(in, position);
            case NEW_BLOCK_ORDER:
                return CommandCodec.readBlock(in, position);
            case COLLATERAL_MOVED:
                return readTransfer(in, position);
            case DIRECTIVE_ISSUED:
                return readDirective(in, position);
            case DEMAND_REALISED:
                return readDemand(in, position);
            case RECORD_REFUSED:
                return readRefused(in, position);
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
        List<double[]> quantiles = new ArrayList<>();
        for (int left = Binary.readInt(in); left > 0; left--) {
            quantiles.add(Binary.readDoubles(in));
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
                quantiles.toArray(new double[0][]));
    }

    private static void writeTransfer(DataOutput out, CollateralMoved transfer) throws IOException {
        Binary.writeText(out, transfer.transferId());
        Binary.writeText(out, transfer.account());
        Binary.writeCode(out, transfer.kind(), Binary.TRANSFERS);
        Binary.writeLong(out, transfer.amount());
    }

    private static CollateralMoved readTransfer(DataInput in, LogPosition position)
            throws IOException {
        return new CollateralMoved(
                position,
                Binary.readText(in),
                Binary.readText(in),
                Binary.readCode(in, Binary.TRANSFERS),
                Binary.readLong(in));
    }

    private static void writeDirective(DataOutput out, DirectiveIssued directive)
            throws IOException {
        Binary.writeText(out, directive.directiveId());
        Binary.writeText(out, directive.issuer());
        Binary.writeCode(out, directive.action(), Binary.DIRECTIVES);
        Binary.writeText(out, directive.target());
        Binary.writeLong(out, directive.lowTicks());
        Binary.writeLong(out, directive.highTicks());
        Binary.writeLong(out, directive.lots());
        out.writeDouble(directive.buffer());
        Binary.writeCode(out, directive.profile(), Binary.PROFILES);
    }

    private static DirectiveIssued readDirective(DataInput in, LogPosition position)
            throws IOException {
        return new DirectiveIssued(
                position,
                Binary.readText(in),
                Binary.readText(in),
                Binary.readCode(in, Binary.DIRECTIVES),
                Binary.readText(in),
                Binary.readLong(in),
                Binary.readLong(in),
                Binary.readLong(in),
                in.readDouble(),
                Binary.readCode(in, Binary.PROFILES));
    }

    private static void writeDemand(DataOutput out, DemandRealised demand) throws IOException {
        Binary.writeText(out, demand.market());
        Binary.writeLong(out, demand.startMillis());
        Binary.writeLong(out, demand.periodMillis());
        out.writeDouble(demand.used());
        out.writeDouble(demand.capacity());
        Binary.writeInt(out, demand.delivered().size());
        for (Map.Entry<String, Double> provider : demand.delivered().entrySet()) {
            Binary.writeText(out, provider.getKey());
            out.writeDouble(provider.getValue());
        }
    }

    private static DemandRealised readDemand(DataInput in, LogPosition position)
            throws IOException {
        String market = Binary.readText(in);
        long start = Binary.readLong(in);
        long period = Binary.readLong(in);
        double used = in.readDouble();
        double capacity = in.readDouble();
        SortedMap<String, Double> delivered = new TreeMap<>();
        for (int left = Binary.readInt(in); left > 0; left--) {
            delivered.put(Binary.readText(in), in.readDouble());
        }
        return new DemandRealised(position, market, start, period, used, capacity, delivered);
    }

    private static void writeRefused(DataOutput out, RecordRefused refused) throws IOException {
        Binary.writeText(out, refused.kind());
        Binary.writeText(out, refused.subject());
        Binary.writeText(out, refused.code().name());
        Binary.writeText(out, refused.reason());
    }

    private static RecordRefused readRefused(DataInput in, LogPosition position)
            throws IOException {
        return new RecordRefused(
                position,
                Binary.readText(in),
                Binary.readText(in),
                MarketOutput.RejectionCode.valueOf(Binary.readText(in)),
                Binary.readText(in));
    }
}
