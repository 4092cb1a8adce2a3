package io.attentionfutures.market.clearing;

import io.attentionfutures.market.clearing.MarketEvent.CancelOrder;
import io.attentionfutures.market.clearing.MarketEvent.NewBlockOrder;
import io.attentionfutures.market.clearing.MarketEvent.NewOrder;
import io.attentionfutures.market.clearing.MarketEvent.OrderCommand;
import io.attentionfutures.market.clearing.MarketEvent.ReplaceOrder;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Layouts of commands behind their position: fields as declared, as received, nulls included. */
final class CommandCodec {
    private CommandCodec() {}

    private static void writeNames(DataOutput out, OrderCommand command) throws IOException {
        Binary.writeText(out, command.account());
        Binary.writeText(out, command.clientOrderId());
        Binary.writeText(out, command.contract());
    }

    static void write(DataOutput out, NewOrder order) throws IOException {
        writeNames(out, order);
        Binary.writeCode(out, order.side(), Binary.SIDES);
        Binary.writeCode(out, order.type(), Binary.ORDER_TYPES);
        Binary.writeCode(out, order.timeInForce(), Binary.TIMES_IN_FORCE);
        Binary.writeLong(out, order.lots());
        Binary.writeLong(out, order.limitTicks());
        Binary.writeLong(out, order.expiresMillis());
    }

    static NewOrder readNew(DataInput in, LogPosition position) throws IOException {
        return new NewOrder(
                position,
                Binary.readText(in),
                Binary.readText(in),
                Binary.readText(in),
                Binary.readCode(in, Binary.SIDES),
                Binary.readCode(in, Binary.ORDER_TYPES),
                Binary.readCode(in, Binary.TIMES_IN_FORCE),
                Binary.readLong(in),
                Binary.readLong(in),
                Binary.readLong(in));
    }

    static void write(DataOutput out, CancelOrder cancel) throws IOException {
        writeNames(out, cancel);
        Binary.writeText(out, cancel.originalClientOrderId());
    }

    static CancelOrder readCancel(DataInput in, LogPosition position) throws IOException {
        return new CancelOrder(
                position,
                Binary.readText(in),
                Binary.readText(in),
                Binary.readText(in),
                Binary.readText(in));
    }

    static void write(DataOutput out, ReplaceOrder replace) throws IOException {
        writeNames(out, replace);
        Binary.writeText(out, replace.originalClientOrderId());
        Binary.writeLong(out, replace.lots());
        Binary.writeLong(out, replace.limitTicks());
    }

    static ReplaceOrder readReplace(DataInput in, LogPosition position) throws IOException {
        return new ReplaceOrder(
                position,
                Binary.readText(in),
                Binary.readText(in),
                Binary.readText(in),
                Binary.readText(in),
                Binary.readLong(in),
                Binary.readLong(in));
    }

    static void write(DataOutput out, NewBlockOrder block) throws IOException {
        writeNames(out, block);
        Binary.writeCode(out, block.side(), Binary.SIDES);
        Binary.writeInt(out, block.periods());
        Binary.writeLong(out, block.lots());
        Binary.writeLong(out, block.limitTicks());
    }

    static NewBlockOrder readBlock(DataInput in, LogPosition position) throws IOException {
        return new NewBlockOrder(
                position,
                Binary.readText(in),
                Binary.readText(in),
                Binary.readText(in),
                Binary.readCode(in, Binary.SIDES),
                Binary.readInt(in),
                Binary.readLong(in),
                Binary.readLong(in));
    }
}
