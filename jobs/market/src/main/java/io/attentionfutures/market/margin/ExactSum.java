package io.attentionfutures.market.margin;

import java.math.BigInteger;

/**
 * A sum that is exact at any size and takes nothing from the heap while it fits 64 bits. Where
 * money is added up with every order; {@link BigInteger} where it is handed on.
 */
public final class ExactSum {
    /** The sum, unless {@link #large} holds it. */
    private long small;

    /** Null while the sum fits 64 bits. */
    private BigInteger large;

    public void clear() {
        small = 0;
        large = null;
    }

    public void set(ExactSum other) {
        small = other.small;
        large = other.large;
    }

    public void set(BigInteger value) {
        boolean fits = value.bitLength() < Long.SIZE;
        small = fits ? value.longValue() : 0;
        large = fits ? null : value;
    }

    public void add(long value) {
        long sum = small + value;
        if (large == null && ((small ^ sum) & (value ^ sum)) >= 0) {
            small = sum;
        } else {
            addLarge(BigInteger.valueOf(value));
        }
    }

    public void add(BigInteger value) {
        if (value.bitLength() < Long.SIZE) {
            add(value.longValue());
        } else {
            addLarge(value);
        }
    }

    public void add(ExactSum other) {
        if (other.large == null) {
            add(other.small);
        } else {
            addLarge(other.large);
        }
    }

    public void subtract(ExactSum other) {
        if (other.large == null && other.small != Long.MIN_VALUE) {
            add(-other.small);
        } else {
            addLarge(other.toBigInteger().negate());
        }
    }

    /** Adds {@code a * b}. */
    public void addProduct(long a, long b) {
        if (fits(a, b)) {
            add(a * b);
        } else {
            addLarge(Money.times(a, b));
        }
    }

    /** Adds {@code a * b * c}. */
    public void addProduct(long a, long b, long c) {
        if (fits(a, b)) {
            addProduct(a * b, c);
        } else {
            addLarge(Money.times(a, b).multiply(BigInteger.valueOf(c)));
        }
    }

    /** Adds the larger of {@code a * b} and {@code c * d}, all of them non-negative. */
    public void addLargerProduct(long a, long b, long c, long d) {
        int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
        if (high > 0 || (high == 0 && Long.compareUnsigned(a * b, c * d) > 0)) {
            addProduct(a, b);
        } else {
            addProduct(c, d);
        }
    }

    private static boolean fits(long a, long b) {
        return Math.multiplyHigh(a, b) == (a * b) >> (Long.SIZE - 1);
    }

    private void addLarge(BigInteger value) {
        set(toBigInteger().add(value));
    }

    public int signum() {
        return large == null ? Long.signum(small) : large.signum();
    }

    /** Returns whether the sum is more than a value. */
    public boolean exceeds(BigInteger value) {
        if (large == null && value.bitLength() < Long.SIZE) {
            return small > value.longValue();
        }
        return toBigInteger().compareTo(value) > 0;
    }

    public BigInteger toBigInteger() {
        return large == null ? BigInteger.valueOf(small) : large;
    }

    @Override
    public String toString() {
        return toBigInteger().toString();
    }
}
