package io.attentionfutures.market.clearing;

import io.attentionfutures.market.clearing.MarketOutput.PricePublished;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Chains the published prices of a contract: each names the hash of the one before, the first one
 * {@link #GENESIS}.
 *
 * <p>The hash is the SHA-256 of all fields of the record in the order in which they are declared,
 * its own previous hash included: numbers as 8 bytes big-endian, fractions as the bits of an IEEE
 * 754 double (NaN as 7ff8000000000000), texts and names of enumeration constants as UTF-8 behind
 * their length in 4 bytes, an absent one as an empty text. In hexadecimal.
 */
public final class PriceHash {
    /** Previous hash of a contract's first price: 64 zeros. */
    public static final String GENESIS = "0".repeat(64);

    private PriceHash() {}

    /** Returns the hash of a published price, 64 hexadecimal digits. */
    public static String of(PricePublished price) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(384);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, price.segment());
            out.writeLong(price.timeMillis());
            out.writeLong(price.sequence());
            text(out, price.contract());
            text(out, price.kind().name());
            out.writeLong(price.priceTicks());
            out.writeLong(price.volumeLots());
            out.writeLong(price.surplusLots());
            text(out, price.step().name());
            out.writeLong(price.referenceTicks());
            out.writeDouble(price.forecastWeight());
            out.writeDouble(price.marketWeight());
            out.writeLong(price.scarcityTicks());
            out.writeDouble(price.lossOfLoadProbability());
            out.writeLong(price.bandLowTicks());
            out.writeLong(price.bandHighTicks());
            out.writeLong(price.bestBidTicks());
            out.writeLong(price.bestAskTicks());
            text(out, price.phase().name());
            text(out, price.tier() == null ? "" : price.tier().name());
            text(out, price.bookHash());
            text(out, price.previousHash());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void text(DataOutputStream out, String value) throws IOException {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
