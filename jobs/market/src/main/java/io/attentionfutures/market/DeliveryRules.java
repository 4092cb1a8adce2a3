package io.attentionfutures.market;

/**
 * How a contract is settled after its gate has closed.
 *
 * @param settlementWindowMillis the last part of trading whose trades make the settlement price
 * @param settlementDelayMillis how long after the end of delivery its telemetry is waited for
 * @param verified whether providers must show in telemetry that they delivered; if not, delivery is
 *     presumed
 * @param penaltyFraction what a provider pays for a missing lot on top of its replacement, as a
 *     fraction of it
 */
public record DeliveryRules(
        long settlementWindowMillis,
        long settlementDelayMillis,
        boolean verified,
        double penaltyFraction) {
    public DeliveryRules {
        Requirement.holds(
                settlementWindowMillis >= 0, "settlementWindowMillis must not be negative");
        Requirement.small(settlementWindowMillis, "settlementWindowMillis");
        Requirement.holds(
                settlementDelayMillis >= 0 && settlementDelayMillis <= 86_400_000,
                "settlementDelayMillis must be 0 to 86400000");
        Requirement.holds(
                penaltyFraction >= 0 && penaltyFraction < 1e3,
                "penaltyFraction must not be negative");
    }

    /** Half an hour's trades settle, delivery is presumed. */
    public static DeliveryRules plain() {
        return new DeliveryRules(1_800_000, 1_800_000, false, 0.25);
    }
}
