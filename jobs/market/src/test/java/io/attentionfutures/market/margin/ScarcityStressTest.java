package io.attentionfutures.market.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attentionfutures.market.price.DemandDistribution;
import io.attentionfutures.market.price.NormalDistribution;
import org.junit.jupiter.api.Test;

class ScarcityStressTest {
    @Test
    void movesTheMeanByTwoDeviations() {
        // 900 + 160 against 950 to spare: 1.375 deviations short instead of 0.625 to spare.
        double expected =
                850
                        * (NormalDistribution.cumulative(1.375)
                                - NormalDistribution.cumulative(-0.625));

        assertThat(stress(DemandDistribution.normal(900, 80))).isCloseTo(expected, within(1e-9));
    }

    @Test
    void looksDownAsWellAsUp() {
        // Scarcity is priced in already at 1100; it is the fall to 940 that hurts.
        double expected =
                850
                        * (NormalDistribution.cumulative(1.875)
                                - NormalDistribution.cumulative(-0.125));

        assertThat(stress(DemandDistribution.normal(1100, 80))).isCloseTo(expected, within(1e-9));
    }

    @Test
    void isTwoSidedAtTheEdge() {
        assertThat(stress(DemandDistribution.normal(950, 80)))
                .isCloseTo(850 * (NormalDistribution.cumulative(2) - 0.5), within(1e-9));
    }

    @Test
    void isNothingWhereShortageIsOutOfReach() {
        assertThat(stress(DemandDistribution.normal(100, 10))).isCloseTo(0, within(1e-9));
        assertThat(stress(DemandDistribution.normal(0, 0))).isZero();
    }

    @Test
    void worksFromQuantiles() {
        DemandDistribution demand =
                DemandDistribution.ofQuantiles(
                        900, 80, new double[] {0.1, 0.9}, new double[] {800, 1000});

        // P(D > 950) is 0.3; moved up by 160 it is the outer 0.9, moved down the outer 0.1.
        assertThat(stress(demand)).isCloseTo(850 * 0.6, within(1e-9));
    }

    private static double stress(DemandDistribution demand) {
        return ScarcityStress.moveTicks(demand, 1000, 50, 150, 1000);
    }
}
