package io.attentionfutures.market.clearing;

import io.attentionfutures.market.store.ByteOutput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Content of a link in a hash chain: numbers as 8 bytes big-endian, fractions as the bits of an
 * IEEE 754 double (NaN as 7ff8000000000000), texts as UTF-8 behind their length in 4 bytes.
 */
final class HashedBytes {
    private final ByteOutput bytes = new ByteOutput(384);

    HashedBytes number(long value) {
        bytes.writeLong(value);
        return this;
    }

    HashedBytes fraction(double value) {
        bytes.writeDouble(value);
        return this;
    }

    HashedBytes text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        bytes.writeInt(utf8.length);
        bytes.write(utf8);
        return this;
    }

    /** SHA-256 of what was written, 64 hexadecimal digits. */
    String sha256() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
