package io.attentionfutures.market.surveillance;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.book.RestingOrder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Ninety minutes of consumers, providers and investors with nothing to hide. */
class HonestTradingProperties {
    @Property(tries = 15)
    void raisesNoAlert(@ForAll long seed) {
        TradingFloor floor = new TradingFloor();
        trade(floor, new Random(seed), 90);
        assertThat(floor.conduct.volumeLots).isGreaterThan(1000);
        assertThat(floor.alerts()).isEmpty();
    }

    @Property(tries = 8)
    void conductIsTheSameAfterItWasStored(@ForAll long seed) throws IOException {
        TradingFloor floor = new TradingFloor();
        trade(floor, new Random(seed), 70);

        ContractConduct restored =
                new ContractConduct("H100.EUW1", TradingFloor.SETTLEMENT_START, floor.thresholds);
        restored.readInto(input(floor.conduct::write));
        List<String> stored = new ArrayList<>();
        floor.conduct.takeChanged(conduct -> stored.add(conduct.account()));
        for (Conduct conduct : floor.conduct.conducts()) {
            Conduct read = Conduct.read(input(conduct::write));
            assertThat(read)
                    .usingRecursiveComparison()
                    .ignoringFields("buys.open", "sells.open")
                    .isEqualTo(conduct);
            assertThat(bytes(read::write)).isEqualTo(bytes(conduct::write));
            restored.restore(read);
        }
        assertThat(stored)
                .containsExactlyInAnyOrderElementsOf(
                        floor.conduct.conducts().stream().map(Conduct::account).toList());
        assertThat(bytes(restored::write)).isEqualTo(bytes(floor.conduct::write));
        assertThat(judgeStrictly(restored, floor)).isEqualTo(judgeStrictly(floor.conduct, floor));
        assertThat(judgeStrictly(restored, floor)).isNotEmpty();
    }

    @Property(tries = 10)
    void onlyWhatChangedIsStoredAgain(@ForAll long seed) {
        TradingFloor floor = new TradingFloor();
        trade(floor, new Random(seed), 5);
        floor.conduct.takeChanged(conduct -> {});
        floor.buy("late", 1, 1);

        List<String> stored = new ArrayList<>();
        floor.conduct.takeChanged(conduct -> stored.add(conduct.account()));
        assertThat(stored).containsExactly("late");
    }

    private static List<Alert> judgeStrictly(ContractConduct conduct, TradingFloor floor) {
        SurveillanceThresholds strict =
                new SurveillanceThresholds(
                        1, 1, 1, 1, 1, 1, 300_000, 1, 1, 1, 1, 10_000, 1, 1, 1, 100_000, 1);
        return Surveillance.judge(conduct, floor.verified, strict);
    }

    private static void trade(TradingFloor floor, Random random, int minutes) {
        List<RestingOrder> mine = new ArrayList<>();
        for (int minute = 0; minute < minutes; minute++) {
            for (int i = 0; i < 20; i++) {
                mine.add(order(floor, random, "consumer" + i, Side.BUY));
                mine.add(order(floor, random, "provider" + i, Side.SELL));
                Side side =
                        floor.conduct.find("investor" + i) == null
                                        || floor.conduct.find("investor" + i).netLots() <= 0
                                ? Side.BUY
                                : Side.SELL;
                if (random.nextInt(3) == 0
                        && floor.book.ownCrossing("investor" + i, side, OrderType.MARKET, 0)
                                == null) {
                    mine.add(order(floor, random, "investor" + i, side));
                }
            }
            for (int cancels = random.nextInt(6); cancels > 0; cancels--) {
                floor.cancel(mine.get(random.nextInt(mine.size())));
            }
            floor.call();
            mine.removeIf(order -> !order.isResting());
        }
        for (int i = 0; i < 20; i++) {
            floor.sell("provider" + i, 5000, 1900);
            floor.verified.put("provider" + i, 5500L);
        }
    }

    private static RestingOrder order(
            TradingFloor floor, Random random, String account, Side side) {
        OrderType type = random.nextInt(20) == 0 ? OrderType.MARKET : OrderType.LIMIT;
        long limit = 1000 + Math.round(15 * random.nextGaussian());
        return floor.enter(account, side, type, 5 + random.nextInt(10), limit);
    }

    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static DataInputStream input(Content content) throws IOException {
        return new DataInputStream(new ByteArrayInputStream(bytes(content)));
    }
}
