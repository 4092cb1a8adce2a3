package io.attentionfutures.market.auction;

import io.attentionfutures.market.AllocationProfile;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Shares scarce lots among those who want them. Always hands out exactly {@code need} lots and
 * never more to anyone than wanted. Indices stand for sequence: a lower index came earlier.
 */
public final class Rationing {
    private Rationing() {}

    /**
     * Shares among claimants that each stand for themselves.
     *
     * @param profile how to share
     * @param need lots to hand out, 0 to the sum of {@code wanted}
     * @param wanted lots wanted by each claimant, in order of sequence
     * @param weights share of each claimant relative to the others, each at least 1; read by {@link
     *     AllocationProfile#MAX_MIN} only
     * @return lots given to each claimant
     * @throws IllegalArgumentException if more is needed than wanted, or a number is negative
     */
    public static long[] share(AllocationProfile profile, long need, long[] wanted, int[] weights) {
        long total = 0;
        for (long lots : wanted) {
            if (lots < 0) {
                throw new IllegalArgumentException("wanted lots must not be negative, was " + lots);
            }
            total += lots;
        }
        if (need < 0 || need > total) {
            throw new IllegalArgumentException("need must be 0 to " + total + " lots, was " + need);
        }
        switch (profile) {
            case PRICE_TIME:
                return priceTime(need, wanted);
            case PRO_RATA:
                return proRata(need, total, wanted);
            case MAX_MIN:
                return WaterFilling.share(need, wanted, weights);
        }
        throw new IllegalArgumentException("unknown profile " + profile);
    }

    private static long[] priceTime(long need, long[] wanted) {
        long[] given = new long[wanted.length];
        long left = need;
        for (int i = 0; i < wanted.length && left > 0; i++) {
            given[i] = Math.min(left, wanted[i]);
            left -= given[i];
        }
        return given;
    }

    /** Largest remainder: the whole part of each share, then one lot each by falling remainder. */
    private static long[] proRata(long need, long total, long[] wanted) {
        long[] given = new long[wanted.length];
        if (need == 0) {
            return given;
        }
        long[] remainders = new long[wanted.length];
        long left = need;
        for (int i = 0; i < wanted.length; i++) {
            given[i] = multiplyDivide(need, wanted[i], total);
            remainders[i] = need * wanted[i] - given[i] * total; // exact: the wrapped parts cancel
            left -= given[i];
        }
        if (left == 0) {
            return given;
        }
        long[] sorted = remainders.clone();
        Arrays.sort(sorted);
        long threshold = sorted[sorted.length - (int) left];
        for (int i = 0; i < wanted.length; i++) {
            if (remainders[i] > threshold) {
                given[i]++;
                left--;
            }
        }
        for (int i = 0; i < wanted.length && left > 0; i++) {
            if (remainders[i] == threshold) {
                given[i]++;
                left--;
            }
        }
        return given;
    }

    /** Returns {@code floor(a * b / c)} for non-negative numbers, without overflow in between. */
    static long multiplyDivide(long a, long b, long c) {
        if (Math.multiplyHigh(a, b) == 0 && a * b >= 0) {
            return a * b / c;
        }
        return BigInteger.valueOf(a)
                .multiply(BigInteger.valueOf(b))
                .divide(BigInteger.valueOf(c))
                .longValueExact();
    }
}
