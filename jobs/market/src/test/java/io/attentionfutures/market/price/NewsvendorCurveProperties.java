package io.attentionfutures.market.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attentionfutures.market.price.NewsvendorCurve.Grid;
import io.attentionfutures.market.price.NewsvendorCurve.Rung;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

class NewsvendorCurveProperties {
    private static final long LOST_LOAD = 1000;
    private static final double[] PROBABILITIES = {0.05, 0.25, 0.5, 0.75, 0.95};

    @Property
    void bidsWhatALostUnitIsWorthOnAverage(
            @ForAll @DoubleRange(min = 100, max = 1e5) double mean,
            @ForAll @DoubleRange(min = 0, max = 0.2) @Scale(6) double relativeDeviation,
            @ForAll @LongRange(min = 1, max = 999) long ticks) {
        DemandDistribution demand = DemandDistribution.normal(mean, relativeDeviation * mean);
        double units = new NewsvendorCurve(demand, LOST_LOAD).unitsAt(ticks);

        assertThat(demand.probabilityAbove(units) * LOST_LOAD).isCloseTo(ticks, within(1e-7));
    }

    @Property
    void isTheInverseOfTheProbabilityByQuantiles(
            @ForAll("quantiles") double[] quantiles,
            @ForAll @DoubleRange(min = 0.0501, max = 0.9499) @Scale(6) double probability) {
        DemandDistribution demand =
                DemandDistribution.ofQuantiles(500, 50, PROBABILITIES, quantiles);
        double units = demand.exceededWith(probability);

        assertThat(units).isBetween(quantiles[0], quantiles[4]);
        assertThat(demand.probabilityAbove(units - 1e-6))
                .isGreaterThanOrEqualTo(probability - 1e-9);
        assertThat(demand.probabilityAbove(units + 1e-6)).isLessThanOrEqualTo(probability + 1e-9);
    }

    @Property
    void theLadderFollowsTheCurveFromBelow(
            @ForAll("demands") DemandDistribution demand,
            @ForAll @LongRange(min = 0, max = 1100) long low,
            @ForAll @LongRange(min = 0, max = 1100) long high,
            @ForAll @LongRange(min = 1, max = 60) long increment,
            @ForAll @IntRange(min = 1, max = 40) int levels,
            @ForAll @LongRange(min = 1, max = 50) long lotSize) {
        NewsvendorCurve curve = new NewsvendorCurve(demand, LOST_LOAD);
        List<Rung> rungs = curve.ladder(new Grid(low, high, increment, levels), lotSize);

        assertThat(rungs.size()).isLessThanOrEqualTo(levels);
        long last = Long.MAX_VALUE;
        for (Rung rung : rungs) {
            assertThat(rung.limitTicks() % increment).isZero();
            assertThat(rung.limitTicks())
                    .isBetween(Math.max(1, low), Math.min(high, LOST_LOAD))
                    .isLessThan(last);
            assertThat(rung.lots()).isPositive();
            assertThat(askedAt(rungs, rung.limitTicks()))
                    .isEqualTo(lots(curve, rung.limitTicks(), lotSize));
            last = rung.limitTicks();
        }
        for (long ticks = 1; ticks <= LOST_LOAD; ticks += 7) {
            assertThat(askedAt(rungs, ticks)).isLessThanOrEqualTo(lots(curve, ticks, lotSize));
        }
        long lowest = (Math.max(1, low) + increment - 1) / increment * increment;
        if (lowest <= Math.min(high, LOST_LOAD)) {
            assertThat(askedAt(rungs, lowest)).isEqualTo(lots(curve, lowest, lotSize));
        }
    }

    @Property(tries = 200)
    void aLimitOnEveryTickIsTheCurveItself(
            @ForAll("demands") DemandDistribution demand,
            @ForAll @LongRange(min = 1, max = 50) long lotSize) {
        NewsvendorCurve curve = new NewsvendorCurve(demand, LOST_LOAD);
        List<Rung> rungs = curve.ladder(new Grid(0, LOST_LOAD, 1, 5000), lotSize);

        for (long ticks = 1; ticks <= LOST_LOAD; ticks++) {
            assertThat(askedAt(rungs, ticks)).isEqualTo(lots(curve, ticks, lotSize));
        }
    }

    private static long lots(NewsvendorCurve curve, long ticks, long lotSize) {
        return (long) Math.floor(curve.unitsAt(ticks) / lotSize);
    }

    private static long askedAt(List<Rung> rungs, long ticks) {
        return rungs.stream()
                .filter(rung -> rung.limitTicks() >= ticks)
                .mapToLong(Rung::lots)
                .sum();
    }

    @Provide
    static Arbitrary<DemandDistribution> demands() {
        Arbitrary<DemandDistribution> normal =
                Combinators.combine(
                                Arbitraries.doubles().between(0, 2000),
                                Arbitraries.doubles().between(0, 800))
                        .as(DemandDistribution::normal);
        return Arbitraries.oneOf(
                normal,
                quantiles()
                        .map(
                                quantiles ->
                                        DemandDistribution.ofQuantiles(
                                                500, 50, PROBABILITIES, quantiles)));
    }

    @Provide
    static Arbitrary<double[]> quantiles() {
        return Arbitraries.doubles()
                .between(-50, 1000)
                .array(double[].class)
                .ofSize(PROBABILITIES.length)
                .map(
                        values -> {
                            Arrays.sort(values);
                            return values;
                        });
    }
}
