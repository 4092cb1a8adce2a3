package io.attentionfutures.market.price;

import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.auction.Band;

/** The bands that a specification sets: floor and cap, and a corridor around a centre. */
public final class StaticBand {
    private StaticBand() {}

    /** Returns floor to cap. */
    public static Band hard(ContractSpecification specification) {
        return new Band(specification.floorTicks(), specification.capTicks());
    }

    /**
     * Returns {@code centre ± max(bandFloorTicks, bandFraction · centre)} within floor and cap.
     *
     * @param centreTicks last auction price or reference; one outside floor and cap is moved inside
     */
    public static Band around(long centreTicks, ContractSpecification specification) {
        Band hard = hard(specification);
        long centre = hard.clamp(centreTicks);
        long halfWidth =
                Math.max(
                        specification.bandFloorTicks(),
                        (long) Math.floor(specification.bandFraction() * centre));
        long width = Math.min(halfWidth, specification.capTicks());
        return new Band(hard.clamp(centre - width), hard.clamp(centre + width));
    }
}
