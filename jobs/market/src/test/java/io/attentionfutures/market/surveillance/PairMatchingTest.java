package io.attentionfutures.market.surveillance;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairMatchingTest {
    private final PairMatching pairs = new PairMatching();
    private final Conduct anna = new Conduct("anna");
    private final Conduct ben = new Conduct("ben");
    private final Conduct cleo = new Conduct("cleo");

    @Test
    void buyersMeetSellersBySequence() {
        pairs.add(anna, Side.BUY, 30);
        pairs.add(cleo, Side.SELL, 20);
        pairs.add(ben, Side.BUY, 10);
        pairs.add(anna, Side.BUY, 10);
        pairs.add(ben, Side.SELL, 30);
        pairs.match(50, 100);

        assertThat(anna.boughtFrom()).containsOnlyKeys("ben", "cleo");
        assertThat(anna.boughtFrom("cleo")).isEqualTo(20);
        assertThat(anna.boughtFrom("ben")).isEqualTo(20);
        assertThat(ben.boughtFrom("ben")).isEqualTo(10);
    }

    @Test
    void eachCallIsMatchedByItself() {
        pairs.add(anna, Side.BUY, 5);
        pairs.add(ben, Side.SELL, 5);
        pairs.match(5, 100);
        pairs.add(cleo, Side.BUY, 5);
        pairs.add(ben, Side.SELL, 5);
        pairs.match(5, 100);

        assertThat(anna.boughtFrom("ben")).isEqualTo(5);
        assertThat(cleo.boughtFrom("ben")).isEqualTo(5);
    }

    @Test
    void splittingOrdersHidesNoPair() {
        for (int i = 0; i < 1000; i++) {
            pairs.add(anna, Side.BUY, 1);
            pairs.add(ben, Side.SELL, 1);
        }
        pairs.match(1000, 100);

        assertThat(anna.boughtFrom("ben")).isEqualTo(1000);
    }

    @Test
    void pairsOfACallAreBounded() {
        List<Conduct> buyers = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Conduct buyer = new Conduct("buyer" + i);
            buyers.add(buyer);
            pairs.add(buyer, Side.BUY, i < 50 ? 100 : 1);
            pairs.add(new Conduct("seller" + i), Side.SELL, i < 9950 ? 1 : 100);
        }
        pairs.match(14_950, 50);

        // The large buyers come first and meet small sellers, the large sellers come last.
        assertThat(buyers).allMatch(buyer -> buyer.boughtFrom().isEmpty());

        for (int i = 0; i < 200; i++) {
            pairs.add(buyers.get(i), Side.BUY, 7 + i % 2);
            pairs.add(new Conduct("seller" + i), Side.SELL, 8 - i % 2);
        }
        pairs.match(1500, 1);
        assertThat(buyers.stream().mapToInt(buyer -> buyer.boughtFrom().size()).sum())
                .isBetween(200, 400);
    }
}
