package io.attentionfutures.market.surveillance;

import io.attentionfutures.market.Side;
import java.math.BigInteger;

/**
 * Cancels that moved the indicative price away from their own side, followed in time by a fill on
 * the other: the lots were shown to be seen, not to be traded.
 */
final class SpoofingRule implements Rule {
    @Override
    public void judge(Review review) {
        if (review.contract().volumeLots == 0) {
            return;
        }
        for (Conduct conduct : review.conducts()) {
            for (Side side : Side.values()) {
                SideConduct shown = conduct.sideOrNull(side);
                if (shown != null && shown.followedTicks > 0) {
                    judge(review, conduct, side, shown);
                }
            }
        }
    }

    private static void judge(Review review, Conduct conduct, Side side, SideConduct shown) {
        SurveillanceThresholds thresholds = review.thresholds();
        ContractConduct contract = review.contract();
        long moved =
                Shares.basisPoints(
                        BigInteger.valueOf(shown.followedTicks)
                                .multiply(BigInteger.valueOf(contract.volumeLots)),
                        contract.money.max(BigInteger.ONE));
        long withdrawn = Math.max(shown.cancelledLots, shown.movingLots);
        if (moved < thresholds.spoofingBasisPoints()
                || !Shares.reaches(
                        withdrawn, shown.enteredLots, thresholds.spoofingCancelledBasisPoints())) {
            return;
        }
        review.finding(AlertKind.SPOOFING, conduct.account)
                .with("cancelledSide", side.name())
                .with("movedTicks", shown.followedTicks)
                .with("movedBasisPoints", moved)
                .with("movedBasisPointsThreshold", thresholds.spoofingBasisPoints())
                .with("movingLots", shown.movingLots)
                .with("cancelledLots", shown.cancelledLots)
                .with("enteredLots", shown.enteredLots)
                .with("largestMoveTicks", shown.largestMoveTicks)
                .with("largestMoveMillis", shown.largestMoveMillis)
                .with("largestMoveOrder", shown.largestMoveOrder)
                .with("followingOppositeLots", shown.followingLots)
                .with("lastOppositeFillMillis", shown.lastFollowedMillis)
                .report(moved, thresholds.spoofingBasisPoints());
    }
}
