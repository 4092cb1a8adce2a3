package io.attentionfutures.market.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;

/**
 * Whole numbers in 1 to 10 bytes, 7 bits in each, lowest first, sign in the lowest bit: small ones
 * are short. Larger ones have their length in front.
 */
public final class WholeNumbers {
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
        byte[] bytes = new byte[(int) read(in)];
        in.readFully(bytes);
        return new BigInteger(bytes);
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
