package io.attentionfutures.market.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.market.settlement.DeliveryShortfall.Cut;
import io.attentionfutures.market.settlement.DeliveryShortfall.Terms;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryShortfallTest {
    private static final List<Allocation> SOLD =
            List.of(
                    new Allocation("lab", "site", 30),
                    new Allocation("film", "site", 15),
                    new Allocation("bank", "site", 5));

    /** 9 of 50 lots are missing; settled at 250, a replacement costs 300; a tick is worth 10. */
    @Test
    void cutsProRataAndMakesTheConsumersWhole() {
        DeliveryShortfall shortfall =
                DeliveryShortfall.of(SOLD, 41, new Terms(250, 280, 300, 1000, 10));

        assertThat(shortfall.missingLots()).isEqualTo(9);
        assertThat(shortfall.cuts())
                .containsExactly(
                        cut("bank", 1, 2_500, 500),
                        cut("film", 3, 7_500, 1_500),
                        cut("lab", 5, 12_500, 2_500));
        assertThat(shortfall.accountFlows())
                .isEqualTo(
                        Map.of(
                                "bank",
                                money(3_000),
                                "film",
                                money(9_000),
                                "lab",
                                money(15_000),
                                "site",
                                money(-29_700)));
        assertThat(shortfall.fundFlow()).isEqualTo(money(2_700));
    }

    @ParameterizedTest(name = "index {0}, replacement {1} pays {2} a lot")
    @CsvSource({
        "280, 300, 300",
        "320, 300, 320",
        "320,  -1, 320",
        "100, 200, 250",
        "100,  -1, 250",
        "250, 250, 250",
        "0,     0, 250",
    })
    void paysTheDearestPriceOfALot(long index, long replacement, long paid) {
        DeliveryShortfall shortfall =
                DeliveryShortfall.of(
                        List.of(new Allocation("lab", "site", 1)),
                        0,
                        new Terms(250, index, replacement, 0, 1));

        assertThat(shortfall.cuts()).containsExactly(cut("lab", 1, 250, paid - 250));
        assertThat(shortfall.accountFlows())
                .isEqualTo(Map.of("lab", money(paid), "site", money(-paid)));
        assertThat(shortfall.fundFlow()).isZero();
    }

    @ParameterizedTest(name = "{0} basis points of {1} are {2}")
    @CsvSource({"500, 10, 1", "500, 9, 0", "499, 10, 0", "10000, 7, 7", "25000, 2, 5", "0, 9, 0"})
    void roundsHalfAMinorUnitOfPenaltyUp(int basisPoints, long damage, long penalty) {
        DeliveryShortfall shortfall =
                DeliveryShortfall.of(
                        List.of(new Allocation("lab", "site", 1)),
                        0,
                        new Terms(damage, 0, -1, basisPoints, 1));

        assertThat(shortfall.fundFlow()).isEqualTo(money(penalty));
        assertThat(shortfall.accountFlows()).containsEntry("site", money(-damage - penalty));
    }

    @Test
    void owesNothingForWhatIsDelivered() {
        Terms terms = new Terms(250, 280, 300, 1000, 10);

        for (long delivered : new long[] {50, 51, Long.MAX_VALUE}) {
            DeliveryShortfall none = DeliveryShortfall.of(SOLD, delivered, terms);
            assertThat(none.missingLots()).isZero();
            assertThat(none.cuts()).isEmpty();
            assertThat(none.accountFlows()).isEmpty();
            assertThat(none.fundFlow()).isZero();
        }
        assertThat(DeliveryShortfall.of(List.of(), 0, terms).missingLots()).isZero();
        assertThat(DeliveryShortfall.of(SOLD, 0, terms).missingLots()).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, 0",
        "9.99, 10, 0",
        "10, 10, 1",
        "39.9, 10, 3",
        "5, 1, 5",
        "1e30, 1, 9223372036854775807"
    })
    void countsWholeLots(double units, long lotSize, long lots) {
        assertThat(DeliveryShortfall.deliveredLots(units, lotSize)).isEqualTo(lots);
    }

    @Test
    void refusesWhatItCannotSettle() {
        Terms terms = new Terms(250, 280, 300, 1000, 10);

        assertThatThrownBy(
                        () ->
                                DeliveryShortfall.of(
                                        List.of(
                                                new Allocation("a", "p", 1),
                                                new Allocation("b", "q", 1)),
                                        0,
                                        terms))
                .hasMessage("two providers: p and q");
        assertThatThrownBy(
                        () ->
                                DeliveryShortfall.of(
                                        List.of(
                                                new Allocation("a", "p", 1),
                                                new Allocation("a", "p", 2)),
                                        0,
                                        terms))
                .hasMessage("consumer a has two allocations");
        assertThatThrownBy(() -> DeliveryShortfall.of(SOLD, -1, terms))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DeliveryShortfall.deliveredLots(Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                DeliveryShortfall.of(
                                        List.of(
                                                new Allocation("a", "p", Long.MAX_VALUE),
                                                new Allocation("b", "p", 1)),
                                        0,
                                        terms))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void keepsExactMoneyBeyondALong() {
        DeliveryShortfall shortfall =
                DeliveryShortfall.of(
                        List.of(new Allocation("a", "p", Long.MAX_VALUE)),
                        0,
                        new Terms(250, 280, 300, 1000, 10));

        BigInteger damage = money(Long.MAX_VALUE).multiply(money(300 * 10));
        assertThat(shortfall.accountFlows().get("a")).isEqualTo(damage);
        assertThat(shortfall.fundFlow()).isEqualTo(damage.divide(money(10)));
        assertThat(shortfall.accountFlows().get("p"))
                .isEqualTo(damage.add(shortfall.fundFlow()).negate());
    }

    private static BigInteger money(long minorUnits) {
        return BigInteger.valueOf(minorUnits);
    }

    private static Cut cut(String consumer, long lots, long refund, long compensation) {
        return new Cut(consumer, lots, money(refund), money(compensation));
    }
}
