package io.attentionfutures.market.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalDistributionTest {
    /** Values to 16 digits from tables of the error function. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "0.5, 0.6914624612740131",
        "1, 0.8413447460685429",
        "-1, 0.1586552539314571",
        "1.96, 0.9750021048517795",
        "-2.326, 0.01000927534086767",
        "3, 0.9986501019683699",
        "-4, 3.167124183311986e-5",
        "-5, 2.866515718791939e-7",
        "-6, 9.865876450376981e-10",
        "-8, 6.220960574271785e-16",
        "8, 0.9999999999999994",
        "-40, 0",
        "40, 1",
    })
    void isAccurate(double x, double probability) {
        assertThat(NormalDistribution.cumulative(x)).isCloseTo(probability, within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({"-6, 9.865876450376981e-10", "-8, 6.220960574271785e-16"})
    void isRelativelyAccurateInTheTail(double x, double probability) {
        assertThat(NormalDistribution.cumulative(x) / probability).isCloseTo(1, within(1e-12));
    }

    @Test
    void neverFalls() {
        double previous = 0;
        for (int i = -12_000; i <= 12_000; i++) {
            double probability = NormalDistribution.cumulative(i / 1000.0);
            assertThat(probability).isGreaterThanOrEqualTo(previous - 1e-15).isBetween(0.0, 1.0);
            previous = probability;
        }
    }

    @Test
    void isSymmetric() {
        for (double x = 0; x < 10; x += 0.01) {
            assertThat(NormalDistribution.cumulative(x) + NormalDistribution.cumulative(-x))
                    .isCloseTo(1, within(1e-14));
        }
    }

    @Test
    void handlesWhatIsNoNumber() {
        assertThat(NormalDistribution.cumulative(Double.NaN)).isNaN();
        assertThat(NormalDistribution.cumulative(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(NormalDistribution.cumulative(Double.NEGATIVE_INFINITY)).isZero();
    }
}
