package io.attentionfutures.training.run;

import io.attentionfutures.forecast.DemandSeries;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over the series' names, times, capacities and values. */
public final class DataHash {

    private DataHash() {}

    /** The hash in hexadecimal. */
    public static String of(List<DemandSeries> all) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        for (DemandSeries series : all) {
            byte[] name = series.market().getBytes(StandardCharsets.UTF_8);
            ByteBuffer buffer =
                    ByteBuffer.allocate(name.length + 32 + Double.BYTES * series.windows());
            buffer.putInt(name.length).put(name).putLong(series.periodMillis());
            buffer.putLong(series.endMillis()).putDouble(series.capacity());
            buffer.putInt(series.windows());
            for (double value : series.used()) {
                buffer.putDouble(value);
            }
            digest.update(buffer.flip());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
