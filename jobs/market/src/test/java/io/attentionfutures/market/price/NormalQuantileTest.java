package io.attentionfutures.market.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalQuantileTest {
    /** Computed with 40 digits from the inverse error function. */
    @ParameterizedTest
    @CsvSource({
        "1e-300, -37.047096299361199",
        "1e-20, -9.2623400897984076",
        "1e-12, -7.0344838253011319",
        "1e-9, -5.9978070150076869",
        "1e-6, -4.7534243088228989",
        "0.001, -3.0902323061678135",
        "0.01, -2.3263478740408411",
        "0.075, -1.4395314709384559",
        "0.2, -0.84162123357291421",
        "0.5, 0",
        "0.9, 1.2815515655446005",
        "0.975, 1.9599639845400542",
    })
    void isAccurate(double probability, double x) {
        assertThat(NormalDistribution.quantile(probability))
                .isCloseTo(x, within(1e-14 * Math.max(1, Math.abs(x))));
    }

    @Test
    void isTheInverseOfTheCumulativeProbability() {
        for (int i = -6000; i <= 6000; i++) {
            double x = i / 1000.0;
            double probability = NormalDistribution.cumulative(x);
            double back = NormalDistribution.cumulative(NormalDistribution.quantile(probability));
            assertThat(back).isCloseTo(probability, within(2e-15));
            if (Math.abs(x) < 3) {
                assertThat(NormalDistribution.quantile(probability)).isCloseTo(x, within(1e-12));
            }
        }
    }

    @Test
    void neverFallsAndIsSymmetric() {
        double previous = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < 10_000; i++) {
            double x = NormalDistribution.quantile(i / 10_000.0);
            assertThat(x).isGreaterThan(previous);
            assertThat(NormalDistribution.quantile(1 - i / 10_000.0)).isCloseTo(-x, within(1e-11));
            previous = x;
        }
    }

    @Test
    void isInfiniteAtTheEndsAndNothingBeyond() {
        assertThat(NormalDistribution.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(NormalDistribution.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
        for (double probability : new double[] {-0.01, 1.01, Double.NaN}) {
            assertThatThrownBy(() -> NormalDistribution.quantile(probability))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
