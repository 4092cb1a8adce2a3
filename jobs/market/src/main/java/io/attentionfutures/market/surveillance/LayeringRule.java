package io.attentionfutures.market.surveillance;

import io.attentionfutures.market.Side;

/** Several own levels of one side at once, nearly all cancelled, and fills on the other side. */
final class LayeringRule implements Rule {
    @Override
    public void judge(Review review) {
        for (Conduct conduct : review.conducts()) {
            for (Side side : Side.values()) {
                SideConduct layers = conduct.sideOrNull(side);
                if (layers != null) {
                    judge(review, conduct, side, layers);
                }
            }
        }
    }

    private static void judge(Review review, Conduct conduct, Side side, SideConduct layers) {
        SurveillanceThresholds thresholds = review.thresholds();
        long threshold = thresholds.layeringCancelledBasisPoints();
        long opposite = conduct.tradedLots(side.opposite());
        if (layers.mostLevels < thresholds.layeringLevels()
                || !Shares.exceeds(layers.cancelledLots, layers.enteredLots, threshold)
                || opposite == 0) {
            return;
        }
        long share = Shares.basisPoints(layers.cancelledLots, layers.enteredLots);
        review.finding(AlertKind.LAYERING, conduct.account)
                .with("layeredSide", side.name())
                .with("levelsAtOnce", layers.mostLevels)
                .with("levelsThreshold", thresholds.layeringLevels())
                .with("cancelledLots", layers.cancelledLots)
                .with("enteredLots", layers.enteredLots)
                .with("cancelledBasisPoints", share)
                .with("cancelledBasisPointsThreshold", threshold)
                .with("oppositeTradedLots", opposite)
                .report(share, threshold);
    }
}
