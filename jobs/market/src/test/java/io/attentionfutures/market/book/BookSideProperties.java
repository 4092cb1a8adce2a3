package io.attentionfutures.market.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The runs of a book's side against a sorted map of lists. */
class BookSideProperties {
    private final Owner owner = new Owner("a");

    /** Many limits fill and split runs, long stretches of removals empty and join them. */
    @Property(tries = 200)
    void holdsWhatASortedMapOfListsHolds(
            @ForAll Side side,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 2_000) int limits,
            @ForAll @IntRange(min = 1, max = 3_000) int steps) {
        Random random = new Random(seed);
        BookSide levels = new BookSide(side);
        Comparator<Long> bestFirst = Comparator.naturalOrder();
        TreeMap<Long, List<RestingOrder>> expected =
                new TreeMap<>(side == Side.BUY ? bestFirst.reversed() : bestFirst);
        List<RestingOrder> resting = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            boolean growing = step / 400 % 2 == 0;
            if (resting.isEmpty() || random.nextInt(10) < (growing ? 8 : 2)) {
                RestingOrder order = order(side, random.nextInt(limits), step);
                order.leavesLots = 1 + random.nextInt(9);
                levels.add(order);
                expected.computeIfAbsent(order.limitTicks, limit -> new ArrayList<>()).add(order);
                resting.add(order);
            } else {
                RestingOrder order = resting.remove(random.nextInt(resting.size()));
                levels.remove(order);
                assertThat(order.isResting()).isFalse();
                List<RestingOrder> level = expected.get(order.limitTicks);
                level.remove(order);
                if (level.isEmpty()) {
                    expected.remove(order.limitTicks);
                }
            }
            if (step % 97 == 0) {
                assertSame(levels, expected);
            }
        }
        assertSame(levels, expected);
    }

    private RestingOrder order(Side side, long limit, int sequence) {
        return new RestingOrder(owner, "", side, OrderType.LIMIT, TimeInForce.GTC, limit, sequence);
    }

    private static void assertSame(BookSide levels, TreeMap<Long, List<RestingOrder>> expected) {
        List<RestingOrder> all = new ArrayList<>();
        List<Long> limits = new ArrayList<>();
        for (BookLevel level : levels) {
            List<RestingOrder> orders = new ArrayList<>();
            level.collect(orders);
            assertThat(orders).isEqualTo(expected.get(level.limitTicks));
            assertThat(level.orders()).isEqualTo(orders.size());
            assertThat(level.lots()).isEqualTo(lots(orders));
            limits.add(level.limitTicks);
            all.addAll(orders);
        }
        assertThat(limits).isEqualTo(List.copyOf(expected.keySet()));
        assertThat(levels.bestOr(-1)).isEqualTo(limits.isEmpty() ? -1 : limits.get(0));
        assertThat(levels.hasLimits()).isEqualTo(!limits.isEmpty());
        long inRuns = 0;
        for (int run = 0; run < levels.runCount(); run++) {
            inRuns += levels.run(run).lots;
            assertThat(levels.run(run).size).isPositive();
        }
        assertThat(inRuns).isEqualTo(lots(all));
        for (Map.Entry<Long, List<RestingOrder>> level : expected.entrySet()) {
            assertThat(level.getValue()).allMatch(RestingOrder::isResting);
        }
    }

    private static long lots(List<RestingOrder> orders) {
        return orders.stream().mapToLong(order -> order.leavesLots).sum();
    }
}
