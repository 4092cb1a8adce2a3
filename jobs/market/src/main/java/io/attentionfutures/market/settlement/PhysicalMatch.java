package io.attentionfutures.market.settlement;

import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.auction.Rationing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Who delivers to whom: consumers' long lots against named providers' short lots, as many as the
 * smaller side has. What is left of every position, investors' included, is settled in cash to the
 * final index; these rests add up to what the positions add up to, 0.
 *
 * @param allocations by consumer's, then provider's name
 * @param rests net lots of each account that are settled in cash, by account name, zeros included
 */
public record PhysicalMatch(List<Allocation> allocations, SortedMap<String, Long> rests) {
    public PhysicalMatch {
        allocations = List.copyOf(allocations);
        rests = Collections.unmodifiableSortedMap(new TreeMap<>(rests));
    }

    /**
     * Matches the holdings of one contract. The larger side is rationed; both sides are then paired
     * by account name, each consumer taking from the first provider that has lots left, so that
     * there are fewer allocations than accounts. The order of the holdings does not matter.
     *
     * @param holdings at most one per account
     * @param profile how to ration the larger side, ties by account name; {@link
     *     AllocationProfile#PRICE_TIME} means strictly by name
     * @throws IllegalArgumentException if an account has two holdings
     * @throws ArithmeticException if the lots of a side exceed a long
     */
    public static PhysicalMatch of(Collection<Holding> holdings, AllocationProfile profile) {
        TreeMap<String, Holding> byName = new TreeMap<>();
        for (Holding holding : holdings) {
            if (byName.put(holding.account(), holding) != null) {
                throw new IllegalArgumentException(
                        "account " + holding.account() + " has two holdings");
            }
        }
        List<Holding> sorted = List.copyOf(byName.values());
        long[] wanted = lots(sorted, Holding::wantedLots);
        long[] offered = lots(sorted, Holding::offeredLots);
        long matched = Math.min(sum(wanted), sum(offered));
        int[] weights = sorted.stream().mapToInt(Holding::weight).toArray();
        long[] taken = Rationing.share(profile, matched, wanted, weights);
        long[] made = Rationing.share(profile, matched, offered, weights);
        SortedMap<String, Long> rests = new TreeMap<>();
        for (int i = 0; i < taken.length; i++) {
            Holding holding = sorted.get(i);
            rests.put(holding.account(), holding.lots() - taken[i] + made[i]);
        }
        return new PhysicalMatch(pair(sorted, taken, made), rests);
    }

    private static List<Allocation> pair(List<Holding> sorted, long[] taken, long[] made) {
        List<Allocation> pairs = new ArrayList<>();
        int provider = 0;
        long left = 0;
        for (int consumer = 0; consumer < taken.length; consumer++) {
            long wanted = taken[consumer];
            while (wanted > 0) {
                while (left == 0) {
                    left = made[provider++];
                }
                long lots = Math.min(wanted, left);
                pairs.add(
                        new Allocation(
                                sorted.get(consumer).account(),
                                sorted.get(provider - 1).account(),
                                lots));
                wanted -= lots;
                left -= lots;
            }
        }
        return pairs;
    }

    private static long[] lots(List<Holding> holdings, ToLongFunction<Holding> side) {
        return holdings.stream().mapToLong(side).toArray();
    }

    private static long sum(long[] lots) {
        long sum = 0;
        for (long each : lots) {
            sum = Math.addExact(sum, each);
        }
        return sum;
    }
}
