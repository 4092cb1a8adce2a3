package io.attentionfutures.benchmarks.clearing;

import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.auction.Rationing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The call auction as one would write it first: sort the orders of each side, scan every tick at
 * which anything can change, take the best by the rules, fill from the best limit down. Gives what
 * {@link io.attentionfutures.market.book.BookAuction} gives for limit orders and max-min rationing.
 */
final class SortAndScan {
    private final List<PlainOrder> buys = new ArrayList<>();
    private final List<PlainOrder> sells = new ArrayList<>();
    private final int count;
    private long priceTicks = -1;
    private long volumeLots;

    SortAndScan(List<PlainOrder> orders, long reference, Band band) {
        count = orders.size();
        TreeSet<Long> ticks = new TreeSet<>(List.of(band.lowTicks(), band.highTicks(), reference));
        for (PlainOrder order : orders) {
            (order.side() == Side.BUY ? buys : sells).add(order);
            for (long tick = order.limitTicks() - 1; tick <= order.limitTicks() + 1; tick++) {
                if (band.contains(tick)) {
                    ticks.add(tick);
                }
            }
        }
        Comparator<PlainOrder> byLimit = Comparator.comparingLong(PlainOrder::limitTicks);
        Comparator<PlainOrder> bySequence = Comparator.comparingLong(PlainOrder::sequence);
        buys.sort(byLimit.reversed().thenComparing(bySequence));
        sells.sort(byLimit.thenComparing(bySequence));
        findPrice(ticks, reference);
    }

    private void findPrice(TreeSet<Long> ticks, long reference) {
        long demand = buys.stream().mapToLong(PlainOrder::lots).sum();
        long supply = 0;
        int lastBuy = buys.size() - 1;
        int nextSell = 0;
        long smallest = Long.MAX_VALUE;
        List<Long> tied = new ArrayList<>();
        List<Long> surpluses = new ArrayList<>();
        for (long tick : ticks) {
            while (lastBuy >= 0 && buys.get(lastBuy).limitTicks() < tick) {
                demand -= buys.get(lastBuy--).lots();
            }
            while (nextSell < sells.size() && sells.get(nextSell).limitTicks() <= tick) {
                supply += sells.get(nextSell++).lots();
            }
            long volume = Math.min(demand, supply);
            long surplus = demand - supply;
            if (volume == 0 || volume < volumeLots) {
                continue;
            }
            if (volume > volumeLots || Math.abs(surplus) < smallest) {
                tied.clear();
                surpluses.clear();
                volumeLots = volume;
                smallest = Math.abs(surplus);
            }
            if (Math.abs(surplus) == smallest) {
                tied.add(tick);
                surpluses.add(surplus);
            }
        }
        if (!tied.isEmpty()) {
            priceTicks = decide(tied, surpluses, reference);
        }
    }

    private static long decide(List<Long> tied, List<Long> surpluses, long reference) {
        long first = tied.get(0);
        long last = tied.get(tied.size() - 1);
        if (surpluses.stream().allMatch(surplus -> surplus > 0)) {
            return last;
        }
        if (surpluses.stream().allMatch(surplus -> surplus < 0)) {
            return first;
        }
        for (int i = 0; i < tied.size(); i++) {
            if (surpluses.get(i) > 0) {
                first = tied.get(i);
            } else if (surpluses.get(i) < 0) {
                last = tied.get(i);
                break;
            }
        }
        return Math.max(first, Math.min(last, reference));
    }

    long priceTicks() {
        return priceTicks;
    }

    long volumeLots() {
        return volumeLots;
    }

    /** Returns the lots that each order trades, by sequence. */
    long[] fills() {
        long[] filled = new long[count];
        fill(buys, filled);
        fill(sells, filled);
        return filled;
    }

    private void fill(List<PlainOrder> orders, long[] filled) {
        long left = volumeLots;
        int next = 0;
        while (left > 0) {
            int end = next;
            long wanted = 0;
            while (end < orders.size()
                    && orders.get(end).limitTicks() == orders.get(next).limitTicks()) {
                wanted += orders.get(end++).lots();
            }
            List<PlainOrder> level = orders.subList(next, end);
            if (wanted > left) {
                ration(level, left, filled);
                return;
            }
            for (PlainOrder order : level) {
                filled[(int) order.sequence()] = order.lots();
            }
            left -= wanted;
            next = end;
        }
    }

    private static void ration(List<PlainOrder> level, long lots, long[] filled) {
        Map<Integer, Long> claims = new LinkedHashMap<>();
        for (PlainOrder order : level) {
            claims.merge(order.account(), order.lots(), Long::sum);
        }
        long[] wanted = claims.values().stream().mapToLong(Long::longValue).toArray();
        int[] weights = new int[wanted.length];
        java.util.Arrays.fill(weights, 1);
        long[] given = Rationing.share(AllocationProfile.MAX_MIN, lots, wanted, weights);
        int claim = 0;
        for (Map.Entry<Integer, Long> entry : claims.entrySet()) {
            entry.setValue(given[claim++]);
        }
        for (PlainOrder order : level) {
            long share = Math.min(order.lots(), claims.get(order.account()));
            claims.merge(order.account(), -share, Long::sum);
            filled[(int) order.sequence()] = share;
        }
    }
}
