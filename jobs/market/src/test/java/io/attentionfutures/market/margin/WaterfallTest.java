package io.attentionfutures.market.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaterfallTest {
    private static final Map<String, BigInteger> CASH =
            Map.of("ada", money(120), "bob", money(70), "cyd", money(10), "dan", money(-30));

    @Test
    void takesTheFundFirst() {
        Waterfall waterfall = Waterfall.cover(money(80), money(100), CASH);

        assertThat(waterfall.fundTaken()).isEqualTo(80);
        assertThat(waterfall.haircuts()).isEmpty();
        assertThat(waterfall.uncovered()).isZero();
    }

    @Test
    void cutsTheOthersInProportion() {
        Waterfall waterfall = Waterfall.cover(money(120), money(100), CASH);

        assertThat(waterfall.fundTaken()).isEqualTo(100);
        assertThat(waterfall.haircuts())
                .isEqualTo(Map.of("ada", money(12), "bob", money(7), "cyd", money(1)));
        assertThat(waterfall.uncovered()).isZero();
    }

    @Test
    void givesTheLastUnitsToTheLargestRemainders() {
        // 1.8, 1.05 and 0.15 of 3.
        assertThat(Waterfall.cover(money(3), money(0), CASH).haircuts())
                .isEqualTo(Map.of("ada", money(2), "bob", money(1)));
    }

    @Test
    void breaksTiesByName() {
        Map<String, BigInteger> equal = Map.of("cyd", money(5), "ada", money(5), "bob", money(5));

        assertThat(Waterfall.cover(money(2), money(0), equal).haircuts())
                .isEqualTo(Map.of("ada", money(1), "bob", money(1)));
    }

    @Test
    void saysWhatNobodyIsLeftToPay() {
        Waterfall waterfall = Waterfall.cover(money(500), money(100), CASH);

        assertThat(waterfall.fundTaken()).isEqualTo(100);
        assertThat(waterfall.haircuts())
                .isEqualTo(Map.of("ada", money(120), "bob", money(70), "cyd", money(10)));
        assertThat(waterfall.uncovered()).isEqualTo(200);
        assertThat(Waterfall.cover(money(9), money(0), Map.of()).uncovered()).isEqualTo(9);
    }

    @Test
    void refusesNegativeAmounts() {
        assertThatThrownBy(() -> Waterfall.cover(money(-1), money(0), CASH))
                .hasMessageContaining("negative");
        assertThatThrownBy(() -> Waterfall.cover(money(1), money(-1), CASH))
                .hasMessageContaining("negative");
    }

    private static BigInteger money(long units) {
        return BigInteger.valueOf(units);
    }
}
