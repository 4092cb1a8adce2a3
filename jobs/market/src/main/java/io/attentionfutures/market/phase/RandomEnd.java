package io.attentionfutures.market.phase;

import java.nio.charset.StandardCharsets;

/**
 * Delays a call by a little that nobody can foresee who does not know the seed, so that an order in
 * the very last moment cannot be sure to be the last. All contracts of a market that are called at
 * the same time are delayed alike; whoever knows the seed can recompute every delay.
 *
 * <p>The market's name is hashed by FNV-1a (64 bits, over UTF-8), everything is mixed by the
 * finaliser of SplitMix64 (G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number
 * Generators", 2014).
 */
public final class RandomEnd {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final long LARGEST = 1L << 40;

    private RandomEnd() {}

    /**
     * Returns the delay of a call, uniform over 0 to {@code randomEndMillis - 1}.
     *
     * @param seed known to the operator alone until it is published
     * @param market for example {@code H100.EUW1}
     * @param callMillis time of the call without delay
     * @param randomEndMillis bound of the delay, 0 for none
     */
    public static long delayMillis(
            long seed, String market, long callMillis, long randomEndMillis) {
        if (randomEndMillis < 0 || randomEndMillis >= LARGEST) {
            throw new IllegalArgumentException(
                    "random end must be 0 to 2^40 milliseconds, was " + randomEndMillis);
        }
        if (randomEndMillis == 0) {
            return 0;
        }
        long state = mix(seed + GOLDEN_GAMMA);
        state = mix((state ^ hash(market)) + GOLDEN_GAMMA);
        state = mix((state ^ callMillis) + GOLDEN_GAMMA);
        return Math.multiplyHigh(state >>> 1, randomEndMillis << 1);
    }

    private static long hash(String text) {
        long hash = FNV_OFFSET;
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * FNV_PRIME;
        }
        return hash;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
