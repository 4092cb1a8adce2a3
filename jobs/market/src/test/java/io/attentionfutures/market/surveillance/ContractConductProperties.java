package io.attentionfutures.market.surveillance;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.AuctionResult;
import io.attentionfutures.market.book.RestingOrder;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The book and the auction are the oracles of what is recorded. */
class ContractConductProperties {
    private static final SurveillanceThresholds EVERY_CALL =
            new SurveillanceThresholds(
                    1, 100, 100, 1000, 100, 5000, 300_000, 3, 9000, 5000, 2000, 10, 100, 3000, 2500,
                    10_000, 5000);

    @Property(tries = 1000)
    void influenceIsThePriceLessThePriceOfABookWithoutTheAccount(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 20) int orders) {
        TradingFloor floor = new TradingFloor(EVERY_CALL);
        Random random = new Random(seed);
        for (int i = 0; i < orders; i++) {
            enter(floor, random);
        }
        long price = floor.indicative();
        Map<String, AuctionResult> without = new HashMap<>();
        for (Conduct conduct : floor.conduct.conducts()) {
            without.put(conduct.account(), floor.clearedWithout(conduct.account()));
        }
        floor.call();
        for (Conduct conduct : floor.conduct.conducts()) {
            AuctionResult expected = without.get(conduct.account());
            boolean pivotal = price != AuctionResult.NO_TICKS && !expected.hasPrice();
            assertThat(conduct.pivotalCalls).isEqualTo(pivotal ? 1 : 0);
            assertThat(conduct.largestInfluenceTicks)
                    .isEqualTo(expected.hasPrice() ? price - expected.priceTicks() : 0);
        }
    }

    @Property(tries = 300)
    void sumsAndLevelsAreThoseOfTheBook(@ForAll long seed) {
        TradingFloor floor = new TradingFloor(EVERY_CALL);
        Random random = new Random(seed);
        List<RestingOrder> all = new ArrayList<>();
        Map<String, Integer> mostLevels = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            RestingOrder chosen = all.isEmpty() ? null : all.get(random.nextInt(all.size()));
            int action = random.nextInt(10);
            if (action == 0) {
                floor.call();
            } else if (action < 3 && chosen != null) {
                floor.cancel(chosen);
            } else if (action == 3 && chosen != null && chosen.isResting()) {
                all.add(floor.replace(chosen, chosen.orderLots() + 1, 950 + random.nextInt(100)));
                all.remove(chosen);
            } else {
                all.add(enter(floor, random));
            }
            countLevels(floor, mostLevels);
        }
        long bought = 0;
        BigInteger paid = BigInteger.ZERO;
        for (Conduct conduct : floor.conduct.conducts()) {
            for (Side side : Side.values()) {
                SideConduct record = conduct.side(side);
                bought += side == Side.BUY ? record.tradedLots : 0;
                BigInteger sign = BigInteger.valueOf(side.sign());
                paid = paid.add(record.money.toBigInteger().multiply(sign));
                assertThat(record.tradedLots + record.cancelledLots + record.open.totalLots())
                        .isEqualTo(record.enteredLots);
                assertThat(record.open.totalLots()).isEqualTo(rest(floor, conduct, side));
                assertThat(record.mostLevels)
                        .isEqualTo(
                                mostLevels.getOrDefault(conduct.account() + side, 0).longValue());
            }
        }
        assertThat(bought).isEqualTo(floor.conduct.volumeLots);
        assertThat(paid).isZero();
    }

    private static long rest(TradingFloor floor, Conduct conduct, Side side) {
        return floor.book.orders().stream()
                .filter(o -> o.side() == side && o.account().equals(conduct.account()))
                .mapToLong(RestingOrder::leavesLots)
                .sum();
    }

    private static void countLevels(TradingFloor floor, Map<String, Integer> mostLevels) {
        Map<String, Set<Long>> levels = new HashMap<>();
        for (RestingOrder order : floor.book.orders()) {
            if (order.type() == OrderType.LIMIT) {
                levels.computeIfAbsent(order.account() + order.side(), key -> new HashSet<>())
                        .add(order.limitTicks());
            }
        }
        levels.forEach((key, limits) -> mostLevels.merge(key, limits.size(), Math::max));
    }

    private static RestingOrder enter(TradingFloor floor, Random random) {
        return floor.enter(
                "account" + random.nextInt(5),
                random.nextBoolean() ? Side.BUY : Side.SELL,
                random.nextInt(6) == 0 ? OrderType.MARKET : OrderType.LIMIT,
                1 + random.nextInt(9),
                980 + random.nextInt(40) + (random.nextInt(8) == 0 ? 200 : 0));
    }
}
