package io.attentionfutures.pipeline.serialization;

import io.attentionfutures.market.codec.WholeNumbers;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Writes and reads byte arrays that may be null. */
public final class Bytes {
    private static final int NULL = -1;

    private Bytes() {}

    public static void write(byte[] bytes, DataOutput out) throws IOException {
        if (bytes == null) {
            out.writeInt(NULL);
        } else {
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    public static byte[] read(DataInput in) throws IOException {
        int length = in.readInt();
        if (length == NULL) {
            return null;
        }
        return WholeNumbers.readBytes(in, length);
    }
}
