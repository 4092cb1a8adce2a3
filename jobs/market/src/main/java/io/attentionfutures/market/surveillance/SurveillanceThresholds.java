package io.attentionfutures.market.surveillance;

/**
 * From where on conduct is reported. Shares are in basis points: 10 000 is the whole. Evaluated
 * once per contract, when its gate closes.
 *
 * @param minimumVolumeLots contracts and calls that traded less say too little about shares and
 *     influence; 100
 * @param orderToTradeRatio ordered lots over traded lots, less 1, above which to report; 100
 * @param orderToTradeOrders orders and cancels from which on that ratio is looked at; 100
 * @param influenceBasisPoints move of the price by the orders of one account, as share of the
 *     price; 1000
 * @param spoofingBasisPoints move of the indicative price by own cancels that an opposite fill
 *     followed, as share of the contract's average price; 100
 * @param spoofingCancelledBasisPoints least share of the side's lots that was cancelled; 5000
 * @param spoofingWindowMillis longest time from cancel to opposite fill; 300 000, five calls at the
 *     default interval
 * @param layeringLevels own limits of one side at once; 3
 * @param layeringCancelledBasisPoints share of the side's lots above which its cancels count; 9000
 * @param washPairBasisPoints share of an account's lots that came back from whom they went to; 5000
 * @param washFlatBasisPoints share of the contract's volume that a flat account bought; 2000
 * @param washFlatPriceBasisPoints largest difference of its average prices bought and sold; 10
 * @param pairFillBasisPoints least share of a call's volume that both fills need to be recorded as
 *     a pair, which bounds memory: a call has at most {@code 2 * 10 000 / share} pairs; 100
 * @param markingBasisPoints share of the settlement window's volume above which to report; 3000
 * @param concentrationIndex Herfindahl-Hirschman index above which to report, 10 000 is one trader
 *     alone; 2500, called highly concentrated by the United States' merger guidelines of 2010
 * @param residualSupplyBasisPoints residual supply index below which to report: at 10 000 the
 *     others can just meet the demand; 10 000
 * @param withheldBasisPoints share of verified capacity that was not offered above which to report;
 *     5000
 */
public record SurveillanceThresholds(
        long minimumVolumeLots,
        long orderToTradeRatio,
        long orderToTradeOrders,
        long influenceBasisPoints,
        long spoofingBasisPoints,
        long spoofingCancelledBasisPoints,
        long spoofingWindowMillis,
        int layeringLevels,
        long layeringCancelledBasisPoints,
        long washPairBasisPoints,
        long washFlatBasisPoints,
        long washFlatPriceBasisPoints,
        long pairFillBasisPoints,
        long markingBasisPoints,
        long concentrationIndex,
        long residualSupplyBasisPoints,
        long withheldBasisPoints) {
    /** The whole, in basis points. */
    public static final long WHOLE = 10_000;

    public SurveillanceThresholds {
        requireAtLeast(1, minimumVolumeLots, "minimumVolumeLots");
        requireAtLeast(1, orderToTradeRatio, "orderToTradeRatio");
        requireAtLeast(1, orderToTradeOrders, "orderToTradeOrders");
        requireAtLeast(1, influenceBasisPoints, "influenceBasisPoints");
        requireAtLeast(1, spoofingBasisPoints, "spoofingBasisPoints");
        requireShare(spoofingCancelledBasisPoints, "spoofingCancelledBasisPoints");
        requireAtLeast(0, spoofingWindowMillis, "spoofingWindowMillis");
        requireAtLeast(1, layeringLevels, "layeringLevels");
        requireShare(layeringCancelledBasisPoints, "layeringCancelledBasisPoints");
        requireShare(washPairBasisPoints, "washPairBasisPoints");
        requireShare(washFlatBasisPoints, "washFlatBasisPoints");
        requireAtLeast(0, washFlatPriceBasisPoints, "washFlatPriceBasisPoints");
        requireShare(pairFillBasisPoints, "pairFillBasisPoints");
        requireShare(markingBasisPoints, "markingBasisPoints");
        requireShare(concentrationIndex, "concentrationIndex");
        requireAtLeast(1, residualSupplyBasisPoints, "residualSupplyBasisPoints");
        requireShare(withheldBasisPoints, "withheldBasisPoints");
    }

    /** Returns the thresholds named in the documentation of each. */
    public static SurveillanceThresholds defaults() {
        return new SurveillanceThresholds(
                100, 100, 100, 1000, 100, 5000, 300_000, 3, 9000, 5000, 2000, 10, 100, 3000, 2500,
                10_000, 5000);
    }

    private static void requireShare(long value, String name) {
        requireAtLeast(1, value, name);
        if (value > WHOLE) {
            throw new IllegalArgumentException(
                    name + " must be at most " + WHOLE + ", was " + value);
        }
    }

    private static void requireAtLeast(long least, long value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(
                    name + " must be at least " + least + ", was " + value);
        }
    }
}
