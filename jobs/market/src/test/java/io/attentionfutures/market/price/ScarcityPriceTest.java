package io.attentionfutures.market.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScarcityPriceTest {
    private static final double CAPACITY = 1000;
    private static final double RESERVE = 50;

    @ParameterizedTest
    @CsvSource({
        "700, 80, 1.5076",
        "900, 80, 3.7609",
        "950, 80, 5.75",
        "1100, 80, 9.7416",
        "900, 20, 1.5528",
        "900, 160, 4.7073",
    })
    void pricesTheChanceOfShortage(double mean, double deviation, double price) {
        assertThat(price(DemandDistribution.normal(mean, deviation)).ticks())
                .isCloseTo(price, within(5e-5));
    }

    /** The cost of serving demand D is MC D, and VOLL instead of MC for what exceeds K - X. */
    @ParameterizedTest
    @CsvSource({"700, 80", "900, 80", "950, 40", "1100, 160"})
    void isTheDerivativeOfExpectedCost(double mean, double deviation) {
        double step = 0.01;
        double slope =
                (expectedCost(mean + step, deviation) - expectedCost(mean - step, deviation))
                        / (2 * step);

        assertThat(price(DemandDistribution.normal(mean, deviation)).ticks())
                .isCloseTo(slope, within(1e-4));
    }

    private static double expectedCost(double mean, double deviation) {
        double sum = 0;
        double width = 0.001;
        for (double z = -9; z < 9; z += width) {
            double middle = z + width / 2;
            double demand = mean + deviation * middle;
            double density = Math.exp(-middle * middle / 2) / Math.sqrt(2 * Math.PI);
            double unserved = Math.max(0, demand - (CAPACITY - RESERVE));
            sum += width * density * (1.5 * demand + (10 - 1.5) * unserved);
        }
        return sum;
    }

    @Test
    void takesNoForecastToBeSurerThanOnePerCent() {
        DemandDistribution sure = DemandDistribution.normal(900, 0);

        assertThat(sure.deviation()).isEqualTo(9);
        assertThat(price(sure)).isEqualTo(price(DemandDistribution.normal(900, 9)));
    }

    @Test
    void knowsThatNoDemandNeedsNoCapacity() {
        DemandDistribution none = DemandDistribution.normal(0, 0);

        assertThat(none.probabilityAbove(0)).isZero();
        assertThat(none.probabilityAbove(-1)).isEqualTo(1);
    }

    @Test
    void isMostUncertainWhereShortageBegins() {
        double plenty = price(DemandDistribution.normal(500, 80)).deviationTicks();
        double edge = price(DemandDistribution.normal(950, 80)).deviationTicks();

        assertThat(plenty).isCloseTo(0, within(1e-6));
        // Half of 8.5 times the probability between half a deviation below and above the mean.
        assertThat(edge).isCloseTo(8.5 * 0.38292492254802624 / 2, within(1e-12));
    }

    @Test
    void runsStraightBetweenQuantiles() {
        DemandDistribution demand =
                DemandDistribution.ofQuantiles(
                        900, 80, new double[] {0.1, 0.5, 0.9}, new double[] {800, 900, 1000});

        assertThat(demand.probabilityAbove(900)).isEqualTo(0.5);
        assertThat(demand.probabilityAbove(950)).isCloseTo(0.3, within(1e-15));
        assertThat(demand.probabilityAbove(825)).isCloseTo(0.8, within(1e-15));
    }

    @Test
    void knowsNothingBeyondTheOuterQuantiles() {
        DemandDistribution demand =
                DemandDistribution.ofQuantiles(
                        900, 80, new double[] {0.1, 0.9}, new double[] {800, 1000});

        assertThat(demand.probabilityAbove(0)).isEqualTo(0.9);
        assertThat(demand.probabilityAbove(2000)).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void straightensQuantilesThatCross() {
        DemandDistribution demand =
                DemandDistribution.ofQuantiles(
                        900, 80, new double[] {0.1, 0.5, 0.9}, new double[] {900, 850, 1000});

        assertThat(demand.probabilityAbove(875)).isEqualTo(0.9);
        assertThat(demand.probabilityAbove(950)).isCloseTo(0.3, within(1e-15));
    }

    @Test
    void refusesWhatIsNoDistribution() {
        assertThatThrownBy(() -> DemandDistribution.normal(Double.NaN, 1))
                .hasMessageContaining("finite mean and deviation");
        assertThatThrownBy(() -> DemandDistribution.normal(1, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> quantiles(new double[] {0.5, 0.4}, new double[] {1, 2}))
                .hasMessageContaining("ascend");
        assertThatThrownBy(() -> quantiles(new double[] {0, 0.4}, new double[] {1, 2}))
                .hasMessageContaining("ascend");
        assertThatThrownBy(() -> quantiles(new double[] {0.5}, new double[] {1, 2}))
                .hasMessageContaining("one quantile per probability");
        assertThatThrownBy(
                        () ->
                                quantiles(
                                        new double[] {0.5},
                                        new double[] {Double.NEGATIVE_INFINITY}))
                .hasMessageContaining("finite");
    }

    private static DemandDistribution quantiles(double[] probabilities, double[] quantiles) {
        return DemandDistribution.ofQuantiles(1, 1, probabilities, quantiles);
    }

    private static ScarcityPrice price(DemandDistribution demand) {
        return ScarcityPrice.of(demand, CAPACITY, RESERVE, 1.5, 10);
    }
}
