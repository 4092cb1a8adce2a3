package io.attentionfutures.market.phase;

import io.attentionfutures.market.auction.Band;

/**
 * The corridor around the last auction price that the next one should stay in. A price may wander
 * further the longer the last one is ago: as a random walk does, with the square root of time.
 *
 * @param floorTicks smallest half-width, at least 0
 * @param multiplier how many standard deviations wide, {@code k_d}, at least 0
 * @param deviationPerRootMinute standard deviation of the price's relative change in one minute,
 *     {@code sigma_min}, at least 0
 * @param extendedFactor how much wider the corridor is in an extended call, at least 1
 */
public record DynamicBand(
        long floorTicks, double multiplier, double deviationPerRootMinute, double extendedFactor) {
    private static final double MINUTE = 60_000;

    public DynamicBand {
        if (floorTicks < 0 || !isWidth(multiplier) || !isWidth(deviationPerRootMinute)) {
            throw new IllegalArgumentException(
                    "a dynamic band's widths must not be negative, were "
                            + floorTicks
                            + ", "
                            + multiplier
                            + " and "
                            + deviationPerRootMinute);
        }
        if (!(extendedFactor >= 1) || !Double.isFinite(extendedFactor)) {
            throw new IllegalArgumentException(
                    "an extended call's band must not be narrower, was " + extendedFactor);
        }
    }

    /**
     * Returns {@code last ± max(floorTicks, k_d * sigma_min * sqrt(minutes) * reference)}, in an
     * extended call that many times wider, within floor and cap.
     *
     * @param lastTicks last auction price; one outside floor and cap is moved inside
     * @param referenceTicks the contract's reference price, at least 0
     * @param elapsedMillis time since the last auction price; before it counts as at it
     * @param phase only {@link CallPhase#EXTENDED} makes a difference
     * @param hard floor to cap
     */
    public Band around(
            long lastTicks, long referenceTicks, long elapsedMillis, CallPhase phase, Band hard) {
        double minutes = Math.max(0, elapsedMillis) / MINUTE;
        double wander = multiplier * deviationPerRootMinute * Math.sqrt(minutes) * referenceTicks;
        double factor = phase == CallPhase.EXTENDED ? extendedFactor : 1;
        double halfWidth = Math.max((double) floorTicks, wander) * factor;
        long width = Math.min((long) halfWidth, hard.highTicks() - hard.lowTicks());
        long centre = hard.clamp(lastTicks);
        return new Band(hard.clamp(centre - width), hard.clamp(centre + width));
    }

    private static boolean isWidth(double value) {
        return value >= 0 && Double.isFinite(value);
    }
}
