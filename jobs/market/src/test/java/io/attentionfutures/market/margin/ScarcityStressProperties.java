package io.attentionfutures.market.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attentionfutures.market.price.DemandDistribution;
import io.attentionfutures.market.price.ScarcityPrice;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class ScarcityStressProperties {
    /** Moving the mean itself; deviations are large enough for their floor not to move with it. */
    @Property
    void equalsRevaluingMovedForecasts(
            @ForAll @DoubleRange(min = 500, max = 1500) double mean,
            @ForAll @DoubleRange(min = 50, max = 200) double deviation) {
        double price = price(mean, deviation);
        double up = price(mean + 2 * deviation, deviation) - price;
        double down = price - price(mean - 2 * deviation, deviation);

        assertThat(stress(mean, deviation)).isCloseTo(Math.max(up, down), within(1e-8));
    }

    @Property
    void neverExceedsTheRangeOfPrices(
            @ForAll @DoubleRange(min = 0, max = 1e6) double mean,
            @ForAll @DoubleRange(min = 0, max = 1e6) double deviation) {
        assertThat(stress(mean, deviation)).isBetween(0.0, 850.0);
    }

    /** Where demand is expected to use up what is on offer, both moves shrink with distance. */
    @Property
    void isLargestBetweenPlentyAndShortage(
            @ForAll @DoubleRange(min = 50, max = 200) double deviation,
            @ForAll @DoubleRange(min = 0, max = 500) double away) {
        double near = stress(950 + deviation + away, deviation);
        double far = stress(950 + deviation + away + 10, deviation);

        assertThat(far).isLessThanOrEqualTo(near + 1e-9);
    }

    private static double stress(double mean, double deviation) {
        return ScarcityStress.moveTicks(
                DemandDistribution.normal(mean, deviation), 1000, 50, 150, 1000);
    }

    private static double price(double mean, double deviation) {
        return ScarcityPrice.of(DemandDistribution.normal(mean, deviation), 1000, 50, 150, 1000)
                .ticks();
    }
}
