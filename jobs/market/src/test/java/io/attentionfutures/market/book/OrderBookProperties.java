package io.attentionfutures.market.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The book against a plain list of orders that is searched from end to end. */
class OrderBookProperties {
    private static final String[] ACCOUNTS = {"anna", "ben", "cleo"};

    @Property(tries = 200)
    void agreesWithAPlainList(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int steps) {
        Random random = new Random(seed);
        OrderBook book = new OrderBook();
        List<RestingOrder> plain = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            change(book, plain, random, "id" + step);
            if (random.nextInt(10) == 0) {
                book.bookHash();
            }
            agree(book, plain, random);
        }
        assertThat(book.bookHash()).isEqualTo(rebuilt(plain).bookHash());
    }

    private static void change(OrderBook book, List<RestingOrder> plain, Random random, String id) {
        int what = plain.isEmpty() ? 0 : random.nextInt(6);
        RestingOrder order = plain.isEmpty() ? null : plain.get(random.nextInt(plain.size()));
        switch (what) {
            case 3:
                book.cancel(order);
                plain.remove(order);
                break;
            case 4:
                book.fill(order, 1 + random.nextInt((int) order.leavesLots()));
                plain.removeIf(o -> o.leavesLots() == 0);
                break;
            case 5:
                plain.remove(order);
                long lots = order.cumulativeLots() + 1 + random.nextInt(9);
                plain.add(book.replace(order, id, lots, 90 + random.nextInt(20)));
                plain.sort(Comparator.comparingLong(RestingOrder::sequence));
                break;
            default:
                plain.add(
                        book.enter(
                                ACCOUNTS[random.nextInt(3)],
                                id,
                                random.nextBoolean() ? Side.BUY : Side.SELL,
                                random.nextInt(5) == 0 ? OrderType.MARKET : OrderType.LIMIT,
                                random.nextInt(5) == 0 ? TimeInForce.IOC : TimeInForce.GTC,
                                1 + random.nextInt(9),
                                90 + random.nextInt(20)));
        }
    }

    private static void agree(OrderBook book, List<RestingOrder> plain, Random random) {
        assertThat(book.orders()).containsExactlyElementsOf(plain);
        assertThat(book.size()).isEqualTo(plain.size());
        assertThat(book.immediateOrders())
                .containsExactlyElementsOf(
                        plain.stream().filter(o -> o.timeInForce() == TimeInForce.IOC).toList());
        for (Side side : Side.values()) {
            List<Long> limits =
                    plain.stream()
                            .filter(o -> o.side() == side && o.type() == OrderType.LIMIT)
                            .map(RestingOrder::limitTicks)
                            .distinct()
                            .sorted(Comparator.comparing(limit -> -side.sign() * limit))
                            .toList();
            List<Long> seen = new ArrayList<>();
            book.depth(
                    side,
                    Integer.MAX_VALUE,
                    (limit, lots, orders) -> {
                        seen.add(limit);
                        assertThat(lots).isEqualTo(lotsAt(plain, side, limit));
                    });
            assertThat(seen).isEqualTo(limits);
        }
        String account = ACCOUNTS[random.nextInt(3)];
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        long limit = 90 + random.nextInt(20);
        boolean crosses =
                plain.stream()
                        .filter(o -> o.account().equals(account) && o.side() != side)
                        .anyMatch(
                                o ->
                                        o.type() == OrderType.MARKET
                                                || side.sign() * (limit - o.limitTicks()) >= 0);
        assertThat(book.ownCrossing(account, side, OrderType.LIMIT, limit) != null)
                .isEqualTo(crosses);
    }

    private static long lotsAt(List<RestingOrder> plain, Side side, long limit) {
        return plain.stream()
                .filter(o -> o.side() == side && o.type() == OrderType.LIMIT)
                .filter(o -> o.limitTicks() == limit)
                .mapToLong(RestingOrder::leavesLots)
                .sum();
    }

    private static OrderBook rebuilt(List<RestingOrder> plain) {
        OrderBook book = new OrderBook();
        for (RestingOrder o : plain) {
            book.storage()
                    .restoreOrder(
                            o.account(),
                            o.clientOrderId(),
                            o.side(),
                            o.type(),
                            o.timeInForce(),
                            o.limitTicks(),
                            o.sequence(),
                            o.orderLots(),
                            o.cumulativeLots(),
                            Long.MAX_VALUE,
                            0);
        }
        return book;
    }
}
