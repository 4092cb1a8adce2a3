package io.attentionfutures.market.book;

import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.auction.Rationing;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/** Shares too few lots among the orders of one limit. */
final class MarginalLevel {
    private MarginalLevel() {}

    /**
     * Adds a fill for each order that gets lots.
     *
     * @param orders the orders by sequence, wanting more than {@code lots} together
     */
    static void share(
            List<RestingOrder> orders,
            long lots,
            AllocationProfile profile,
            ToIntFunction<String> weights,
            List<Fill> fills) {
        if (profile == AllocationProfile.MAX_MIN) {
            shareByAccount(orders, lots, weights, fills);
            return;
        }
        long[] wanted = new long[orders.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = orders.get(i).leavesLots;
        }
        long[] given = Rationing.share(profile, lots, wanted, null);
        for (int i = 0; i < wanted.length; i++) {
            if (given[i] > 0) {
                fills.add(new Fill(orders.get(i), given[i]));
            }
        }
    }

    /** One claim per account, as early as the account's first order; inside it price-time. */
    private static void shareByAccount(
            List<RestingOrder> orders, long lots, ToIntFunction<String> weights, List<Fill> fills) {
        long[] wanted = new long[orders.size()];
        int[] shares = new int[orders.size()];
        int claims = 0;
        for (RestingOrder order : orders) {
            Owner owner = order.owner;
            if (owner.claim < 0) {
                shares[claims] = weights.applyAsInt(owner.account);
                owner.claim = claims++;
            }
            wanted[owner.claim] += order.leavesLots;
        }
        long[] given =
                Rationing.share(
                        AllocationProfile.MAX_MIN, lots, Arrays.copyOf(wanted, claims), shares);
        for (RestingOrder order : orders) {
            int claim = order.owner.claim;
            long filled = Math.min(order.leavesLots, given[claim]);
            if (filled > 0) {
                given[claim] -= filled;
                fills.add(new Fill(order, filled));
            }
        }
        for (RestingOrder order : orders) {
            order.owner.claim = -1;
        }
    }
}
