package io.attentionfutures.market.clearing;

import io.attentionfutures.market.clearing.MarketOutput.PricePublished;

/**
 * Chains the published prices of a contract: each names the hash of the one before, the first one
 * {@link #GENESIS}.
 *
 * <p>The hash is the SHA-256 of all fields of the record in the order in which they are declared,
 * its own previous hash included; those of the autoregressive price come last, and only where there
 * is one, so that prices from before there was any keep their hashes: numbers as 8 bytes
 * big-endian, fractions as the bits of an IEEE 754 double (NaN as 7ff8000000000000), texts and
 * names of enumeration constants as UTF-8 behind their length in 4 bytes, an absent one as an empty
 * text. In hexadecimal.
 */
public final class PriceHash {
    /** Previous hash of a contract's first price: 64 zeros. */
    public static final String GENESIS = "0".repeat(64);

    private PriceHash() {}

    /** Returns the hash of a published price, 64 hexadecimal digits. */
    public static String of(PricePublished price) {
        HashedBytes bytes = fields(price);
        if (price.autoregressiveWeight() != 0
                || price.autoregressiveTicks() >= 0
                || !Double.isNaN(price.autoregressiveDeviationTicks())) {
            bytes.fraction(price.autoregressiveWeight())
                    .number(price.autoregressiveTicks())
                    .fraction(price.autoregressiveDeviationTicks());
        }
        return bytes.sha256();
    }

    private static HashedBytes fields(PricePublished price) {
        return new HashedBytes()
                .text(price.segment())
                .number(price.timeMillis())
                .number(price.sequence())
                .text(price.contract())
                .text(price.kind().name())
                .number(price.priceTicks())
                .number(price.volumeLots())
                .number(price.surplusLots())
                .text(price.step().name())
                .number(price.referenceTicks())
                .fraction(price.forecastWeight())
                .fraction(price.marketWeight())
                .number(price.scarcityTicks())
                .fraction(price.lossOfLoadProbability())
                .number(price.bandLowTicks())
                .number(price.bandHighTicks())
                .number(price.bestBidTicks())
                .number(price.bestAskTicks())
                .text(price.phase().name())
                .text(price.tier() == null ? "" : price.tier().name())
                .text(price.bookHash())
                .text(price.previousHash());
    }
}
