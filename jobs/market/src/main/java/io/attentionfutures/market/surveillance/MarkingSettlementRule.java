package io.attentionfutures.market.surveillance;

import io.attentionfutures.market.Side;
import java.math.BigInteger;

/**
 * Much of the settlement window traded by one account, in the direction that favours the position
 * it held before, and the settlement price was moved that way. The move is the account's
 * counterfactual influence on each call of the window, weighted by volume as the settlement price
 * is; a call without a price but for the account is compared with the last price before the window.
 */
final class MarkingSettlementRule implements Rule {
    @Override
    public void judge(Review review) {
        long volume = review.contract().settlementVolumeLots;
        if (volume < review.thresholds().minimumVolumeLots()) {
            return;
        }
        for (Conduct conduct : review.conducts()) {
            judge(review, conduct, volume);
        }
    }

    private static void judge(Review review, Conduct conduct, long volume) {
        long threshold = review.thresholds().markingBasisPoints();
        long bought = conduct.settlementLots(Side.BUY);
        long sold = conduct.settlementLots(Side.SELL);
        int direction = Long.signum(bought - sold);
        long position = conduct.netLotsBeforeSettlement();
        if (direction == 0
                || direction != Long.signum(position)
                || direction != conduct.settlementInfluence.signum()
                || !Shares.exceeds(Math.max(bought, sold), volume, threshold)) {
            return;
        }
        BigInteger gain =
                conduct.settlementInfluence
                        .multiply(BigInteger.valueOf(position))
                        .divide(BigInteger.valueOf(volume));
        long share = Shares.basisPoints(Math.max(bought, sold), volume);
        review.finding(AlertKind.MARKING_SETTLEMENT, conduct.account)
                .with("windowVolumeLots", volume)
                .with("windowBoughtLots", bought)
                .with("windowSoldLots", sold)
                .with("windowBasisPoints", share)
                .with("windowBasisPointsThreshold", threshold)
                .with("positionBeforeLots", position)
                .with("influenceTickLots", conduct.settlementInfluence)
                .with("gainTickLots", gain)
                .report(share, threshold);
    }
}
