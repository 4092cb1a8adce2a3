package io.attentionfutures.market.surveillance;

import io.attentionfutures.market.Side;

/**
 * Order-to-trade ratio, ordered lots over traded lots less 1, of accounts that sent many orders in
 * a contract that trades. Without a trade the ratio has no bound, which is written as such.
 */
final class OrderToTradeRule implements Rule {
    @Override
    public void judge(Review review) {
        if (!review.hasVolume()) {
            return;
        }
        SurveillanceThresholds thresholds = review.thresholds();
        for (Conduct conduct : review.conducts()) {
            long traded = conduct.tradedLots(Side.BUY) + conduct.tradedLots(Side.SELL);
            // Nothing overflows: the product is at most the excess when it is reached.
            long excess = conduct.orderedLots - traded;
            if (conduct.commands < thresholds.orderToTradeOrders()
                    || excess / thresholds.orderToTradeRatio() < traded
                    || excess <= thresholds.orderToTradeRatio() * traded) {
                continue;
            }
            review.finding(AlertKind.ORDER_TO_TRADE, conduct.account)
                    .with("orderedLots", conduct.orderedLots)
                    .with("tradedLots", traded)
                    .with("ratio", traded == 0 ? "unbounded" : Long.toString(excess / traded))
                    .with("ratioThreshold", thresholds.orderToTradeRatio())
                    .with("commands", conduct.commands)
                    .report(excess / Math.max(1, traded), thresholds.orderToTradeRatio());
        }
    }
}
