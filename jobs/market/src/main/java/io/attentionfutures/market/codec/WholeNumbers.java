package io.attentionfutures.market.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Whole numbers in 1 to 10 bytes, 7 bits in each, lowest first, sign in the lowest bit: small ones
 * are short. Larger ones have their length in front.
 */
public final class WholeNumbers {
    private static final int PIECE = 1 << 12;

    private WholeNumbers() {}

    /** Writes a number of at most 64 bits. */
    public static void write(DataOutput out, long value) throws IOException {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            out.writeByte((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    /** Reads what {@link #write} wrote. */
    public static long read(DataInput in) throws IOException {
        long bits = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = in.readByte();
            bits |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return (bits >>> 1) ^ -(bits & 1);
            }
        }
        throw new IOException("a whole number takes at most 10 bytes");
    }

    /** Writes a number of any size. */
    public static void writeLarge(DataOutput out, BigInteger value) throws IOException {
        byte[] bytes = value.toByteArray();
        write(out, bytes.length);
        out.write(bytes);
    }

    /** Reads what {@link #writeLarge} wrote. */
    public static BigInteger readLarge(DataInput in) throws IOException {
        byte[] bytes = readBytes(in, read(in));
        if (bytes.length == 0) {
            throw new IOException("a large number has no digits");
        }
        return new BigInteger(bytes);
    }

    /**
     * Reads bytes whose number was read too, and takes no more memory than there are bytes.
     *
     * @throws IOException if there are fewer, or the number is none
     */
    public static byte[] readBytes(DataInput in, long length) throws IOException {
        if (length < 0 || length > Integer.MAX_VALUE - 8) {
            throw new IOException("a length of " + length + " bytes is damaged");
        }
        byte[] bytes = new byte[(int) Math.min(length, PIECE)];
        in.readFully(bytes);
        for (int read = bytes.length; read < length; read = bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(length, 2L * read));
            in.readFully(bytes, read, bytes.length - read);
        }
        return bytes;
    }

    /**
     * Reads the version that a record begins with.
     *
     * @param what the record, for the message
     * @throws IOException if this program does not know the version
     */
    public static int readVersion(DataInput in, int newest, String what) throws IOException {
        int version = in.readUnsignedByte();
        if (version < 1 || version > newest) {
            throw new IOException(
                    what
                            + " has layout version "
                            + version
                            + ", this program reads versions 1 to "
                            + newest);
        }
        return version;
    }
}
