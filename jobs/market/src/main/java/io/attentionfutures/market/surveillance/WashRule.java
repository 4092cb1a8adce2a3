package io.attentionfutures.market.surveillance;

import io.attentionfutures.market.Side;
import java.math.BigInteger;

/**
 * Trades that changed nothing. Either most of an account's lots came back from the account that
 * they went to: with {@code b(i, j)} the lots that i bought of j, {@code min(b(i, j), b(j, i))}
 * over the lots that i bought or sold on average. Or the account bought a large part of the volume
 * and sold exactly as much at the same average price.
 */
final class WashRule implements Rule {
    @Override
    public void judge(Review review) {
        if (!review.hasVolume()) {
            return;
        }
        for (Conduct conduct : review.conducts()) {
            long bought = conduct.tradedLots(Side.BUY);
            long sold = conduct.tradedLots(Side.SELL);
            if (bought > 0 && sold > 0 && !wentBack(review, conduct, bought + sold)) {
                stayedFlat(review, conduct, bought, sold);
            }
        }
    }

    private static boolean wentBack(Review review, Conduct conduct, long traded) {
        SurveillanceThresholds thresholds = review.thresholds();
        String partner = "";
        long most = 0;
        for (String seller : conduct.boughtFrom().keySet()) {
            long back = returned(review.contract(), conduct, seller);
            if (back > most) {
                most = back;
                partner = seller;
            }
        }
        if (!Shares.reaches(2 * most, traded, thresholds.washPairBasisPoints())) {
            return false;
        }
        long share = Shares.basisPoints(2 * most, traded);
        review.finding(AlertKind.WASH, conduct.account)
                .with("counterparty", partner)
                .with("boughtOfCounterpartyLots", conduct.boughtFrom(partner))
                .with("soldToCounterpartyLots", boughtOf(review, partner, conduct.account))
                .with("returnedBasisPoints", share)
                .with("returnedBasisPointsThreshold", thresholds.washPairBasisPoints())
                .with("boughtLots", conduct.tradedLots(Side.BUY))
                .with("soldLots", conduct.tradedLots(Side.SELL))
                .with("contractReturnedBasisPoints", contractShare(review))
                .report(share, thresholds.washPairBasisPoints());
        return true;
    }

    /** Lots that an account bought of a seller and sold back to it. */
    private static long returned(ContractConduct contract, Conduct conduct, String seller) {
        Conduct other = contract.find(seller);
        long sold = other == null ? 0 : other.boughtFrom(conduct.account);
        return Math.min(conduct.boughtFrom(seller), sold);
    }

    private static long boughtOf(Review review, String buyer, String seller) {
        Conduct conduct = review.contract().find(buyer);
        return conduct == null ? 0 : conduct.boughtFrom(seller);
    }

    /** The sum of {@code min(b(i, j), b(j, i))} over all i and j, as share of the volume. */
    static long contractShare(Review review) {
        long back = 0;
        for (Conduct conduct : review.conducts()) {
            for (String seller : conduct.boughtFrom().keySet()) {
                back += returned(review.contract(), conduct, seller);
            }
        }
        return Shares.basisPoints(back, review.contract().volumeLots);
    }

    private static void stayedFlat(Review review, Conduct conduct, long bought, long sold) {
        SurveillanceThresholds thresholds = review.thresholds();
        long volume = review.contract().volumeLots;
        BigInteger paid = conduct.side(Side.BUY).money.toBigInteger();
        BigInteger received = conduct.side(Side.SELL).money.toBigInteger();
        long difference = Shares.basisPoints(paid.subtract(received).abs(), paid);
        if (bought != sold
                || !Shares.reaches(bought, volume, thresholds.washFlatBasisPoints())
                || difference > thresholds.washFlatPriceBasisPoints()) {
            return;
        }
        long share = Shares.basisPoints(bought, volume);
        review.finding(AlertKind.WASH, conduct.account)
                .with("boughtLots", bought)
                .with("soldLots", sold)
                .with("paidTickLots", paid)
                .with("receivedTickLots", received)
                .with("priceDifferenceBasisPoints", difference)
                .with("priceDifferenceBasisPointsThreshold", thresholds.washFlatPriceBasisPoints())
                .with("volumeBasisPoints", share)
                .with("volumeBasisPointsThreshold", thresholds.washFlatBasisPoints())
                .report(share, thresholds.washFlatBasisPoints());
    }
}
