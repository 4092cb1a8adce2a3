package io.attentionfutures.market.surveillance;

/**
 * Counterfactual influence: the largest {@code P(book) - P(book without the account)} over all
 * calls of enough volume. Calls that would have no price without the account are named, but raise
 * no alert by themselves: of two who trade, both are needed.
 */
final class InfluenceRule implements Rule {
    @Override
    public void judge(Review review) {
        long threshold = review.thresholds().influenceBasisPoints();
        for (Conduct conduct : review.conducts()) {
            long influence = conduct.largestInfluenceTicks;
            long price = Math.max(1, conduct.influencedTicks);
            if (influence == 0 || !Shares.reaches(Math.abs(influence), price, threshold)) {
                continue;
            }
            long share = Shares.basisPoints(Math.abs(influence), price);
            review.finding(AlertKind.INFLUENCE, conduct.account)
                    .with("influenceTicks", influence)
                    .with("priceTicks", conduct.influencedTicks)
                    .with("priceWithoutTicks", conduct.influencedTicks - influence)
                    .with("timeMillis", conduct.largestInfluenceMillis)
                    .with("influenceBasisPoints", share)
                    .with("influenceBasisPointsThreshold", threshold)
                    .with("pivotalCalls", conduct.pivotalCalls)
                    .report(share, threshold);
        }
    }
}
