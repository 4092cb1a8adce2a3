package io.attentionfutures.market.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.Specifications;
import org.junit.jupiter.api.Test;

class InitialMarginTest {
    /**
     * Price 2.50 in ticks of 0.01, ten units a lot, and a millionth of the currency as the minor
     * unit: a tick of a lot is worth 100 000.
     */
    private static final ContractSpecification MICRO =
            Specifications.with(specification -> specification.tickValue = 100_000);

    private static final ContractSpecification PLAIN =
            Specifications.with(specification -> specification.tickValue = 1);

    /** 4 % after returns of +2, -5, +10 and -3 %. */
    private static final double VOLATILITY = 0.044940764924509234;

    @Test
    void coversTwoPeriodsAtNinetyNinePercent() {
        long margin = new InitialMargin(2, 0, 0.02).perLot(250, VOLATILITY, 0, MICRO);

        assertThat(margin).isEqualTo(3_695_773);
        assertThat(margin / 1e6).isCloseTo(3.6958, within(5e-5));
    }

    @Test
    void addsTheBuffer() {
        long margin = new InitialMargin(2, 0.25, 0.02).perLot(250, VOLATILITY, 0, MICRO);

        assertThat(margin).isEqualTo(4_619_716);
        assertThat(margin / 1e6).isCloseTo(4.6197, within(5e-5));
    }

    @Test
    void isAtLeastAFractionOfNotional() {
        InitialMargin rule = new InitialMargin(2, 0.25, 0.02);

        assertThat(rule.perLot(250, 0, 0, MICRO)).isEqualTo(500_000);
        assertThat(rule.perLot(250, 0.0001, 0, MICRO)).isEqualTo(500_000);
        assertThat(rule.perLot(0, 0.04, 0, MICRO)).isZero();
    }

    @Test
    void isAtLeastTheStressLoss() {
        InitialMargin rule = new InitialMargin(2, 0.25, 0.02);

        assertThat(rule.perLot(250, VOLATILITY, 300.5, MICRO)).isEqualTo(30_050_000);
        assertThat(rule.perLot(250, VOLATILITY, 1, MICRO)).isEqualTo(4_619_716);
        assertThat(rule.perLot(0, 0, 0.25, PLAIN)).isEqualTo(1);
    }

    @Test
    void isAtMostTheWidestMove() {
        ContractSpecification narrow =
                Specifications.with(
                        specification -> {
                            specification.floorTicks = 100;
                            specification.tickValue = 7;
                        });

        assertThat(new InitialMargin(2, 0, 0.02).perLot(500, 1e9, 0, narrow)).isEqualTo(6300);
        assertThat(new InitialMargin(2, 0, 0.02).perLot(500, 0, 1e9, narrow)).isEqualTo(6300);
    }

    @Test
    void roundsUpButNotForRoundingErrors() {
        InitialMargin third = new InitialMargin(1, 0, 1.0 / 3);

        assertThat(third.perLot(1, 0, 0, PLAIN)).isEqualTo(1);
        assertThat(third.perLot(3, 0, 0, PLAIN)).isEqualTo(1);
        assertThat(third.perLot(4, 0, 0, PLAIN)).isEqualTo(2);
        // 0.07 * 100 is 7.000000000000001 in floating point.
        assertThat(new InitialMargin(1, 0, 0.07).perLot(100, 0, 0, PLAIN)).isEqualTo(7);
    }

    @Test
    void refusesWhatIsNoParameter() {
        assertThatThrownBy(() -> new InitialMargin(-1, 0, 0)).hasMessageContaining("periods");
        assertThatThrownBy(() -> new InitialMargin(1, Double.NaN, 0))
                .hasMessageContaining("buffer");
        assertThatThrownBy(() -> new InitialMargin(1, 0, Double.POSITIVE_INFINITY))
                .hasMessageContaining("minimumFraction");
        InitialMargin rule = new InitialMargin(1, 0, 0);
        assertThatThrownBy(() -> rule.perLot(-1, 0, 0, PLAIN)).hasMessageContaining("mark");
        assertThatThrownBy(() -> rule.perLot(1, Double.NaN, 0, PLAIN))
                .hasMessageContaining("volatility");
        assertThatThrownBy(() -> rule.perLot(1, 0, -1, PLAIN)).hasMessageContaining("stress");
    }
}
