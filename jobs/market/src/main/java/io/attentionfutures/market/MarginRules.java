package io.attentionfutures.market;

/**
 * What accounts must hold to trade a market.
 *
 * @param collateralised whether orders need collateral; if not, accounts trade on credit, nobody is
 *     called or liquidated, and all other fields but {@code positionLimitLots} and {@code
 *     feePerLot} are without effect
 * @param positionLimitLots largest position of an account in one contract, were the riskiest of its
 *     orders filled; 0 for none
 * @param feePerLot paid by both sides of a fill, minor units of money
 * @param initialVolatility volatility of a contract's mark before it has moved, as a fraction per
 *     {@code volatilityIntervalMillis}
 * @param volatilityIntervalMillis time between the marks whose returns make the volatility
 * @param volatilityDecay weight of the past in the moving variance, 0 to below 1
 * @param marginPeriods how many of those intervals a position may take to be closed
 * @param minimumFraction smallest initial margin as a fraction of a lot's value
 * @param buffer added to the initial margin as a fraction of it
 * @param maintenanceFraction part of the positions' initial margin that cash must not fall below
 * @param callMillis time that a margin call leaves
 * @param bondFraction performance bond of a provider's short lot as a fraction of its value
 */
public record MarginRules(
        boolean collateralised,
        long positionLimitLots,
        long feePerLot,
        double initialVolatility,
        long volatilityIntervalMillis,
        double volatilityDecay,
        double marginPeriods,
        double minimumFraction,
        double buffer,
        double maintenanceFraction,
        long callMillis,
        double bondFraction) {
    public MarginRules {
        Requirement.holds(
                positionLimitLots >= 0 && positionLimitLots < ContractSpecification.LARGEST,
                "positionLimitLots must not be negative");
        Requirement.holds(
                feePerLot >= 0 && feePerLot < ContractSpecification.LARGEST,
                "feePerLot must not be negative");
        Requirement.holds(
                initialVolatility >= 0 && initialVolatility < 1e3,
                "initialVolatility must not be negative");
        Requirement.holds(
                volatilityIntervalMillis >= 1, "volatilityIntervalMillis must be positive");
        Requirement.holds(
                volatilityDecay >= 0 && volatilityDecay < 1,
                "volatilityDecay must be 0 to below 1");
        Requirement.holds(
                marginPeriods >= 0 && marginPeriods < 1e6, "marginPeriods must not be negative");
        Requirement.holds(
                minimumFraction >= 0 && minimumFraction < 1e3,
                "minimumMarginFraction must not be negative");
        Requirement.holds(buffer >= 0 && buffer < 1e3, "marginBuffer must not be negative");
        Requirement.holds(
                maintenanceFraction >= 0 && maintenanceFraction <= 1,
                "maintenanceFraction must be 0 to 1");
        Requirement.holds(callMillis >= 0, "marginCallMillis must not be negative");
        Requirement.small(callMillis, "marginCallMillis");
        Requirement.small(volatilityIntervalMillis, "volatilityIntervalMillis");
        Requirement.holds(
                bondFraction >= 0 && bondFraction < 1e3, "bondFraction must not be negative");
    }

    /** No collateral, no limit, no fee. */
    public static MarginRules none() {
        return new MarginRules(false, 0, 0, 0.04, 3_600_000, 0.94, 2, 0.02, 0.25, 0.75, 0, 0.1);
    }

    /** The same rules with another buffer. */
    public MarginRules withBuffer(double changed) {
        return new MarginRules(
                collateralised,
                positionLimitLots,
                feePerLot,
                initialVolatility,
                volatilityIntervalMillis,
                volatilityDecay,
                marginPeriods,
                minimumFraction,
                changed,
                maintenanceFraction,
                callMillis,
                bondFraction);
    }
}
