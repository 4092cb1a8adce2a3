package io.attentionfutures.market.surveillance;

import io.attentionfutures.market.Side;
import java.util.List;

/**
 * Herfindahl-Hirschman index of a contract's buyers and of its sellers by traded lots: the sum of
 * squared shares, 10 000 for one alone. 50, 30 and 20 percent give 3800.
 */
final class ConcentrationRule implements Rule {
    @Override
    public void judge(Review review) {
        if (!review.hasVolume()) {
            return;
        }
        for (Side side : Side.values()) {
            judge(review, side);
        }
    }

    private static void judge(Review review, Side side) {
        long threshold = review.thresholds().concentrationIndex();
        List<Long> lots = review.conducts().stream().map(c -> c.tradedLots(side)).toList();
        long index = Shares.concentration(lots);
        if (index <= threshold) {
            return;
        }
        Conduct largest = review.conducts().get(0);
        for (Conduct conduct : review.conducts()) {
            if (conduct.tradedLots(side) > largest.tradedLots(side)) {
                largest = conduct;
            }
        }
        review.finding(AlertKind.CONCENTRATION, largest.account)
                .with("side", side.name())
                .with("index", index)
                .with("indexThreshold", threshold)
                .with("traders", lots.stream().filter(traded -> traded > 0).count())
                .with("largestLots", largest.tradedLots(side))
                .with("volumeLots", review.contract().volumeLots)
                .report(index, threshold);
    }
}
