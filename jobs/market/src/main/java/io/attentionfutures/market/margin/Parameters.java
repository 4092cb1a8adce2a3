package io.attentionfutures.market.margin;

/** Bounds on the fractions that margin is computed from. */
final class Parameters {
    /** So large that it excludes nothing, so small that no product of parameters overflows. */
    private static final double LARGEST = 1e50;

    private Parameters() {}

    static void require(double value, String name) {
        if (!(value >= 0 && value <= LARGEST)) {
            throw new IllegalArgumentException(name + " must lie between 0 and 1e50, was " + value);
        }
    }
}
