package io.attentionfutures.market.store;

import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Bytes that grow as they are written, in the formats of {@link DataOutputStream}, without its
 * locks. For one thread.
 */
public final class ByteOutput extends OutputStream implements DataOutput {
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** The format of texts is not quite UTF-8; the JDK writes it to any stream. */
    private final DataOutputStream utf = new DataOutputStream(this);

    private byte[] bytes;
    private int size;

    public ByteOutput(int capacity) {
        bytes = new byte[capacity];
    }

    /** Number of bytes written. */
    public int size() {
        return size;
    }

    /** Returns a copy of what was written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Forgets what was written, and keeps the room. */
    public void clear() {
        size = 0;
    }

    /** Makes room for bytes and returns where they begin. */
    private int grow(int count) {
        int start = size;
        int end = Math.addExact(size, count);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
        }
        size = end;
        return start;
    }

    /** Overwrites four bytes that were written before. */
    public void setInt(int position, int value) {
        if (position < 0 || position > size - Integer.BYTES) {
            throw new IndexOutOfBoundsException(position);
        }
        INTS.set(bytes, position, value);
    }

    @Override
    public void write(int value) {
        int at = grow(1);
        bytes[at] = (byte) value;
    }

    @Override
    public void write(byte[] source) {
        write(source, 0, source.length);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        int at = grow(length);
        System.arraycopy(source, offset, bytes, at, length);
    }

    @Override
    public void writeBoolean(boolean value) {
        write(value ? 1 : 0);
    }

    @Override
    public void writeByte(int value) {
        write(value);
    }

    @Override
    public void writeShort(int value) {
        write(value >>> Byte.SIZE);
        write(value);
    }

    @Override
    public void writeChar(int value) {
        writeShort(value);
    }

    @Override
    public void writeInt(int value) {
        int at = grow(Integer.BYTES);
        INTS.set(bytes, at, value);
    }

    @Override
    public void writeLong(long value) {
        int at = grow(Long.BYTES);
        LONGS.set(bytes, at, value);
    }

    @Override
    public void writeFloat(float value) {
        writeInt(Float.floatToIntBits(value));
    }

    @Override
    public void writeDouble(double value) {
        writeLong(Double.doubleToLongBits(value));
    }

    @Override
    public void writeBytes(String text) {
        for (int i = 0; i < text.length(); i++) {
            write(text.charAt(i));
        }
    }

    @Override
    public void writeChars(String text) {
        for (int i = 0; i < text.length(); i++) {
            writeChar(text.charAt(i));
        }
    }

    @Override
    public void writeUTF(String text) throws IOException {
        utf.writeUTF(text);
    }
}
