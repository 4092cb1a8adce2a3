package io.attentionfutures.market.surveillance;

import io.attentionfutures.market.Side;

/**
 * Residual supply index: (total offered - offered by the largest) / demand. Below 1 the demand
 * cannot be met without the largest provider. Offered is what an account is short when the gate
 * closes plus what it still offers; demand is what accounts are long plus what they still bid for
 * at the last price or better. Lots that were only traded on count on neither side.
 */
final class ResidualSupplyRule implements Rule {
    @Override
    public void judge(Review review) {
        if (!review.hasVolume() || review.conducts().isEmpty()) {
            return;
        }
        long price = review.contract().lastPriceTicks;
        long demand = 0;
        long offered = 0;
        Conduct largest = review.conducts().get(0);
        for (Conduct conduct : review.conducts()) {
            SideConduct buys = conduct.sideOrNull(Side.BUY);
            demand += Math.max(0, conduct.netLots()) + (buys == null ? 0 : buys.open.lotsAt(price));
            offered += conduct.offeredLots();
            if (conduct.offeredLots() > largest.offeredLots()) {
                largest = conduct;
            }
        }
        long threshold = review.thresholds().residualSupplyBasisPoints();
        long residual = offered - largest.offeredLots();
        if (demand == 0 || Shares.reaches(residual, demand, threshold)) {
            return;
        }
        long index = Shares.basisPoints(residual, demand);
        review.finding(AlertKind.RESIDUAL_SUPPLY, largest.account)
                .with("indexBasisPoints", index)
                .with("indexBasisPointsThreshold", threshold)
                .with("offeredLots", offered)
                .with("largestOfferedLots", largest.offeredLots())
                .with("demandLots", demand)
                .report(threshold, index);
    }
}
