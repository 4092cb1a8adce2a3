package io.attentionfutures.market.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class ScarcityPriceProperties {
    private static final double MARGINAL_COST = 150;
    private static final double LOST_LOAD = 1000;
    private static final double ROUNDING = 1e-9;

    @Property
    void staysBetweenMarginalCostAndLostLoad(
            @ForAll @DoubleRange(min = 0, max = 1e5) double mean,
            @ForAll @DoubleRange(min = 0, max = 1e5) double deviation,
            @ForAll @DoubleRange(min = 0, max = 1e5) double capacity) {
        ScarcityPrice price = price(mean, deviation, capacity);

        assertThat(price.ticks()).isBetween(MARGINAL_COST, LOST_LOAD);
        assertThat(price.lossOfLoadProbability()).isBetween(0.0, 1.0);
        assertThat(price.deviationTicks()).isBetween(0.0, (LOST_LOAD - MARGINAL_COST) / 2);
    }

    @Property
    void risesWithDemandAndFallsWithCapacity(
            @ForAll @DoubleRange(min = 100, max = 2000) double mean,
            @ForAll @DoubleRange(min = 50, max = 500) double deviation,
            @ForAll @DoubleRange(min = 100, max = 2000) double capacity,
            @ForAll @DoubleRange(min = 0, max = 500) double more) {
        double price = price(mean, deviation, capacity).ticks();

        assertThat(price(mean + more, deviation, capacity).ticks())
                .isGreaterThanOrEqualTo(price - ROUNDING);
        assertThat(price(mean, deviation, capacity + more).ticks())
                .isLessThanOrEqualTo(price + ROUNDING);
    }

    @Property
    void risesWithUncertaintyOnlyWhileCapacityIsToSpare(
            @ForAll @DoubleRange(min = 100, max = 2000) double mean,
            @ForAll @DoubleRange(min = 50, max = 500) double deviation,
            @ForAll @DoubleRange(min = 0, max = 500) double more,
            @ForAll @DoubleRange(min = 100, max = 2000) double capacity) {
        double less = price(mean, deviation, capacity).ticks();
        double rise = price(mean, deviation + more, capacity).ticks() - less;

        if (mean < capacity) {
            assertThat(rise).isGreaterThanOrEqualTo(-ROUNDING);
        } else {
            assertThat(rise).isLessThanOrEqualTo(ROUNDING);
        }
    }

    @Property
    void dependsOnDistancesNotOnPlaces(
            @ForAll @DoubleRange(min = 100, max = 2000) double mean,
            @ForAll @DoubleRange(min = 100, max = 500) double deviation,
            @ForAll @DoubleRange(min = 100, max = 2000) double capacity,
            @ForAll @DoubleRange(min = 0, max = 5000) double shift,
            @ForAll @DoubleRange(min = 0.01, max = 100) double scale) {
        double price = price(mean, deviation, capacity).ticks();

        assertThat(price(mean + shift, deviation, capacity + shift).ticks())
                .isCloseTo(price, within(1e-6));
        assertThat(price(scale * mean, scale * deviation, scale * capacity).ticks())
                .isCloseTo(price, within(1e-6));
    }

    @Property
    void moreCapacityNeverRaisesTheChanceOfShortageByQuantiles(
            @ForAll @DoubleRange(min = 0, max = 100) double q1,
            @ForAll @DoubleRange(min = 0, max = 100) double q2,
            @ForAll @DoubleRange(min = 0, max = 100) double q3,
            @ForAll @DoubleRange(min = -10, max = 110) double units,
            @ForAll @DoubleRange(min = 0, max = 50) double more) {
        DemandDistribution demand =
                DemandDistribution.ofQuantiles(
                        50, 10, new double[] {0.1, 0.5, 0.9}, new double[] {q1, q2, q3});

        assertThat(demand.probabilityAbove(units + more))
                .isLessThanOrEqualTo(demand.probabilityAbove(units) + 1e-12);
        assertThat(demand.probabilityAbove(units)).isBetween(0.1 - 1e-12, 0.9);
    }

    private static ScarcityPrice price(double mean, double deviation, double capacity) {
        return ScarcityPrice.of(
                DemandDistribution.normal(mean, deviation), capacity, 0, MARGINAL_COST, LOST_LOAD);
    }
}
