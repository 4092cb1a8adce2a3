package io.attentionfutures.market.surveillance;

import java.util.Map;

/** Capacity that was verified but neither sold nor still offered when the gate closes. */
final class WithheldRule implements Rule {
    @Override
    public void judge(Review review) {
        long threshold = review.thresholds().withheldBasisPoints();
        for (Map.Entry<String, Long> provider : review.verifiedLots().entrySet()) {
            Conduct conduct = review.contract().find(provider.getKey());
            long offered = conduct == null ? 0 : conduct.offeredLots();
            long verified = provider.getValue();
            if (!Shares.exceeds(verified - offered, verified, threshold)) {
                continue;
            }
            long share = Shares.basisPoints(verified - offered, verified);
            review.finding(AlertKind.WITHHELD, provider.getKey())
                    .with("verifiedLots", verified)
                    .with("offeredLots", offered)
                    .with("withheldBasisPoints", share)
                    .with("withheldBasisPointsThreshold", threshold)
                    .report(share, threshold);
        }
    }
}
