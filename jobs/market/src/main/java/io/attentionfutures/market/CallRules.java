package io.attentionfutures.market;

/**
 * When a market's calls happen and what interrupts them. All times in milliseconds.
 *
 * @param randomEndMillis each call ends after a delay from 0 to below this, drawn from the seed; 0
 *     for calls on the minute
 * @param randomSeed seed of the delays; whoever must not foresee them must not read it
 * @param indicativeMillis least time between two indicative prices of a contract; 0 for none
 * @param openMinute minute of the UTC day at which trading begins, 0 to 1439
 * @param closeMinute minute of the UTC day at which it ends; the same as {@code openMinute} means
 *     that it never does
 * @param dynamicBandFloorTicks smallest half-width of the corridor around the last uncross
 * @param dynamicBandFactor half-width of that corridor in standard deviations of the price since
 *     the last uncross; 0 for no corridor
 * @param extensionMillis how long a call is extended whose price would leave the corridor
 * @param extensionFactor how much wider the corridor is in an extended call, at least 1
 */
public record CallRules(
        long randomEndMillis,
        long randomSeed,
        long indicativeMillis,
        int openMinute,
        int closeMinute,
        long dynamicBandFloorTicks,
        double dynamicBandFactor,
        long extensionMillis,
        double extensionFactor) {
    private static final int MINUTES_OF_DAY = 24 * 60;

    public CallRules {
        Requirement.holds(randomEndMillis >= 0, "randomEndMillis must not be negative");
        Requirement.holds(indicativeMillis >= 0, "indicativeMillis must not be negative");
        Requirement.small(indicativeMillis, "indicativeMillis");
        Requirement.holds(
                openMinute >= 0 && openMinute < MINUTES_OF_DAY, "openMinute must be 0 to 1439");
        Requirement.holds(
                closeMinute >= 0 && closeMinute < MINUTES_OF_DAY, "closeMinute must be 0 to 1439");
        Requirement.holds(
                dynamicBandFloorTicks >= 0 && dynamicBandFloorTicks < ContractSpecification.LARGEST,
                "dynamicBandFloorTicks must not be negative");
        Requirement.holds(
                dynamicBandFactor >= 0 && dynamicBandFactor < 1e6,
                "dynamicBandFactor must not be negative");
        Requirement.holds(
                extensionMillis >= 1 && extensionMillis <= 86_400_000,
                "extensionMillis must be 1 to 86400000");
        Requirement.holds(
                extensionFactor >= 1 && extensionFactor < 1e6,
                "extensionFactor must be at least 1");
    }

    /** Calls on the minute, around the clock, never interrupted, without indicative prices. */
    public static CallRules plain() {
        return new CallRules(0, 0, 0, 0, 0, 0, 0, 300_000, 2);
    }
}
