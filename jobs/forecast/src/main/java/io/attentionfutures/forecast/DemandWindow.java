package io.attentionfutures.forecast;

/**
 * What was measured of one market in one window.
 *
 * @param used mean units in use, summed over tenants; NaN where nothing was measured
 * @param capacity units on offer; zero if unknown
 * @param largestShare share of {@code used} that the largest tenant had, 0 to 1; NaN if unknown
 */
public record DemandWindow(double used, double capacity, double largestShare) {

    /**
     * @throws IllegalArgumentException if a number is infinite, the capacity is negative or NaN, or
     *     the share is beyond 0 to 1
     */
    public DemandWindow {
        if (Double.isInfinite(used)) {
            throw new IllegalArgumentException("value " + used);
        }
        if (!(capacity >= 0) || Double.isInfinite(capacity)) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        if (largestShare < 0 || largestShare > 1) {
            throw new IllegalArgumentException("share " + largestShare);
        }
    }

    /** A window of which the tenants are not known. */
    public static DemandWindow of(double used, double capacity) {
        return new DemandWindow(used, capacity, Double.NaN);
    }
}
