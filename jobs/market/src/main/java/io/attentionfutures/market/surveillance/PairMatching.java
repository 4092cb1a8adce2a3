package io.attentionfutures.market.surveillance;

import io.attentionfutures.market.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * Who bought from whom in one call. An auction has no counterparties, so buyers and sellers are
 * matched by the sequence of their first fills. A pair counts only if both traded a given share of
 * the call's volume: that bounds the pairs of a call by twice the inverse of the share.
 */
final class PairMatching {
    private final List<Conduct> buyers = new ArrayList<>();
    private final List<Conduct> sellers = new ArrayList<>();

    void add(Conduct conduct, Side side, long lots) {
        if (side == Side.BUY) {
            if (conduct.callBoughtLots == 0) {
                buyers.add(conduct);
            }
            conduct.callBoughtLots += lots;
        } else {
            if (conduct.callSoldLots == 0) {
                sellers.add(conduct);
            }
            conduct.callSoldLots += lots;
        }
    }

    /** Records the pairs of the call and starts the next one. */
    void match(long volumeLots, long leastBasisPoints) {
        int seller = 0;
        long sellerLeft = sellers.isEmpty() ? 0 : sellers.get(0).callSoldLots;
        for (Conduct buyer : buyers) {
            long buyerLeft = buyer.callBoughtLots;
            while (buyerLeft > 0 && seller < sellers.size()) {
                Conduct from = sellers.get(seller);
                long lots = Math.min(buyerLeft, sellerLeft);
                if (isLarge(buyer.callBoughtLots, volumeLots, leastBasisPoints)
                        && isLarge(from.callSoldLots, volumeLots, leastBasisPoints)) {
                    buyer.addBoughtFrom(from.account, lots);
                }
                buyerLeft -= lots;
                sellerLeft -= lots;
                if (sellerLeft == 0 && ++seller < sellers.size()) {
                    sellerLeft = sellers.get(seller).callSoldLots;
                }
            }
        }
        buyers.forEach(conduct -> conduct.callBoughtLots = 0);
        sellers.forEach(conduct -> conduct.callSoldLots = 0);
        buyers.clear();
        sellers.clear();
    }

    private static boolean isLarge(long lots, long volumeLots, long leastBasisPoints) {
        return lots * SurveillanceThresholds.WHOLE >= volumeLots * leastBasisPoints;
    }
}
