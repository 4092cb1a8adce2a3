package io.attentionfutures.market.clearing;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Content of a link in a hash chain: numbers as 8 bytes big-endian, fractions as the bits of an
 * IEEE 754 double (NaN as 7ff8000000000000), texts as UTF-8 behind their length in 4 bytes.
 */
final class HashedBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(384);
    private final DataOutputStream out = new DataOutputStream(bytes);

    @FunctionalInterface
    private interface Write {
        void to(DataOutputStream out) throws IOException;
    }

    HashedBytes number(long value) {
        return write(o -> o.writeLong(value));
    }

    HashedBytes fraction(double value) {
        return write(o -> o.writeDouble(value));
    }

    HashedBytes text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return write(
                o -> {
                    o.writeInt(utf8.length);
                    o.write(utf8);
                });
    }

    private HashedBytes write(Write content) {
        try {
            content.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
