package io.attentionfutures.market.clearing;

import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.SelfTradePrevention;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.MarketEvent.DirectiveAction;
import io.attentionfutures.market.clearing.MarketEvent.TransferKind;
import io.attentionfutures.market.codec.WholeNumbers;
import io.attentionfutures.market.margin.AccountStatus;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The pieces that stored values are made of. Whole numbers are short if small. Texts may be null
 * and keep every character, paired or not. Constants of an enumeration have codes of their own:
 * append to the tables, never reorder them.
 */
final class Binary {
    static final Side[] SIDES = {Side.BUY, Side.SELL};
    static final OrderType[] ORDER_TYPES = {OrderType.LIMIT, OrderType.MARKET};
    static final TimeInForce[] TIMES_IN_FORCE = {
        TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK, TimeInForce.GTD
    };
    static final Role[] ROLES = {Role.PROVIDER, Role.CONSUMER, Role.INVESTOR, Role.REGULATOR};
    static final AllocationProfile[] PROFILES = {
        AllocationProfile.MAX_MIN, AllocationProfile.PRICE_TIME, AllocationProfile.PRO_RATA
    };
    static final SelfTradePrevention[] PREVENTIONS = {
        SelfTradePrevention.CANCEL_NEW, SelfTradePrevention.CANCEL_RESTING
    };

    static final TransferKind[] TRANSFERS = {TransferKind.DEPOSIT, TransferKind.WITHDRAWAL};
    static final DirectiveAction[] DIRECTIVES = {
        DirectiveAction.HALT,
        DirectiveAction.RESUME,
        DirectiveAction.SET_BAND,
        DirectiveAction.SET_POSITION_LIMIT,
        DirectiveAction.SUSPEND_ACCOUNT,
        DirectiveAction.REINSTATE_ACCOUNT,
        DirectiveAction.SET_ALLOCATION_PROFILE,
        DirectiveAction.SET_MARGIN_BUFFER
    };
    static final AccountStatus[] STATUSES = {
        AccountStatus.NORMAL, AccountStatus.MARGIN_CALL, AccountStatus.LIQUIDATING
    };

    private static final char LAST_NARROW = 0xFF;

    private Binary() {}

    static void writeLong(DataOutput out, long value) throws IOException {
        WholeNumbers.write(out, value);
    }

    static long readLong(DataInput in) throws IOException {
        return WholeNumbers.read(in);
    }

    static void writeInt(DataOutput out, int value) throws IOException {
        writeLong(out, value);
    }

    static int readInt(DataInput in) throws IOException {
        long value = readLong(in);
        if (value != (int) value) {
            throw new IOException("number " + value + " is too large");
        }
        return (int) value;
    }

    /** Writes an amount of any size. */
    static void writeMoney(DataOutput out, BigInteger amount) throws IOException {
        WholeNumbers.writeLarge(out, amount);
    }

    static BigInteger readMoney(DataInput in) throws IOException {
        return WholeNumbers.readLarge(in);
    }

    /** Writes length and kind in one number, then one byte per character or two if one needs it. */
    static void writeText(DataOutput out, String text) throws IOException {
        if (text == null) {
            writeInt(out, -1);
            return;
        }
        boolean wide = false;
        for (int i = 0; i < text.length() && !wide; i++) {
            wide = text.charAt(i) > LAST_NARROW;
        }
        writeLong(out, 2L * text.length() + (wide ? 1 : 0));
        if (wide) {
            out.writeChars(text);
        } else {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    static String readText(DataInput in) throws IOException {
        long header = readLong(in);
        if (header < 0) {
            return null;
        }
        long length = header >> 1;
        boolean wide = (header & 1) == 1;
        byte[] text = WholeNumbers.readBytes(in, wide ? Character.BYTES * length : length);
        return wide
                ? ByteBuffer.wrap(text).asCharBuffer().toString()
                : new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Writes a constant's place in its table, -1 for null. */
    static <E extends Enum<E>> void writeCode(DataOutput out, E value, E[] table)
            throws IOException {
        int code = -1;
        for (int i = 0; i < table.length; i++) {
            if (table[i] == value) {
                code = i;
            }
        }
        out.writeByte(code);
    }

    static <E extends Enum<E>> E readCode(DataInput in, E[] table) throws IOException {
        byte code = in.readByte();
        if (code >= table.length) {
            throw new IOException("code " + code + " is not known to this version");
        }
        return code < 0 ? null : table[code];
    }

    static void writeDoubles(DataOutput out, double[] values) throws IOException {
        writeInt(out, values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    static double[] readDoubles(DataInput in) throws IOException {
        byte[] bytes = WholeNumbers.readBytes(in, (long) Double.BYTES * readInt(in));
        double[] values = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).asDoubleBuffer().get(values);
        return values;
    }

    /** Reads the version that a value begins with. */
    static int readVersion(DataInput in, int newest, String what) throws IOException {
        return WholeNumbers.readVersion(in, newest, what);
    }
}
