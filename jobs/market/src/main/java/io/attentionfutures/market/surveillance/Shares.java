package io.attentionfutures.market.surveillance;

import java.math.BigInteger;
import java.util.List;

/** Shares of a whole in whole basis points, without overflow and without floating point. */
final class Shares {
    private static final BigInteger WHOLE = BigInteger.valueOf(SurveillanceThresholds.WHOLE);

    private Shares() {}

    /** Returns {@code 10 000 part / whole} rounded down, at most a long; 0 of nothing. */
    static long basisPoints(BigInteger part, BigInteger whole) {
        if (whole.signum() == 0) {
            return 0;
        }
        BigInteger share = part.multiply(WHOLE).divide(whole);
        return share.bitLength() > 63 ? Long.MAX_VALUE : share.longValue();
    }

    static long basisPoints(long part, long whole) {
        return basisPoints(BigInteger.valueOf(part), BigInteger.valueOf(whole));
    }

    /** Returns whether {@code part} is at least that share of the whole, exactly. */
    static boolean reaches(long part, long whole, long basisPoints) {
        return compare(part, whole, basisPoints) >= 0;
    }

    /** Returns whether {@code part} is more than that share of the whole, exactly. */
    static boolean exceeds(long part, long whole, long basisPoints) {
        return compare(part, whole, basisPoints) > 0;
    }

    private static int compare(long part, long whole, long basisPoints) {
        return BigInteger.valueOf(part)
                .multiply(WHOLE)
                .compareTo(BigInteger.valueOf(whole).multiply(BigInteger.valueOf(basisPoints)));
    }

    /**
     * Returns the Herfindahl-Hirschman index: the sum of squared shares, 10 000 for one alone and
     * {@code 10 000 / n} for n equal ones. Rounded down; 0 of nothing.
     *
     * @param parts at least 0 each, in any order
     */
    static long concentration(List<Long> parts) {
        BigInteger squares = BigInteger.ZERO;
        BigInteger sum = BigInteger.ZERO;
        for (long part : parts) {
            BigInteger exact = BigInteger.valueOf(part);
            squares = squares.add(exact.multiply(exact));
            sum = sum.add(exact);
        }
        return basisPoints(squares, sum.multiply(sum));
    }
}
