package io.attentionfutures.market.price;

import io.attentionfutures.market.ContractSpecification;

/**
 * Floor to cap as the open interval 0 to 1, and that as the whole line. A price is the middle of
 * its tick, {@code share = (ticks - floor + 1/2) / (cap - floor + 1)}, so that floor and cap are
 * inside and {@code logit(ticks) = ln(share / (1 - share))} is finite for every price there is.
 *
 * @param floorTicks lowest price, inclusive
 * @param capTicks highest price, inclusive, at least the floor
 */
record PriceRange(long floorTicks, long capTicks) {
    static PriceRange of(ContractSpecification specification) {
        return new PriceRange(specification.floorTicks(), specification.capTicks());
    }

    /**
     * Returns where a price lies, above 0 and below 1; one outside floor and cap is moved inside.
     */
    double share(double ticks) {
        double inside = Math.max(floorTicks, Math.min(capTicks, ticks));
        return (inside - floorTicks + 0.5) / width();
    }

    double logit(double ticks) {
        double share = share(ticks);
        return StrictMath.log(share / (1 - share));
    }

    /** Returns the price that a logit stands for, not rounded; beyond floor and cap it is these. */
    double ticks(double logit) {
        double ticks = floorTicks - 0.5 + width() / (1 + StrictMath.exp(-logit));
        return Math.max(floorTicks, Math.min(capTicks, ticks));
    }

    private double width() {
        return capTicks - floorTicks + 1.0;
    }
}
