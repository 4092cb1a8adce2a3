package io.attentionfutures.market.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.auction.Band;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class FinalIndexProperties {
    private static final Band HARD = new Band(100, 1000);

    @Property
    void neverFallsWithDemandNorRisesWithCapacity(
            @ForAll @DoubleRange(min = 0, max = 2000) double demand,
            @ForAll @DoubleRange(min = 0, max = 2000) double capacity,
            @ForAll @DoubleRange(min = 0, max = 50) double more) {
        long ticks = ticks(demand, capacity);

        assertThat(ticks).isBetween(150L, 1000L);
        assertThat(ticks(demand + more, capacity)).isGreaterThanOrEqualTo(ticks);
        assertThat(ticks(demand, capacity + more)).isLessThanOrEqualTo(ticks);
    }

    @Property
    void isAStepAwayFromTheEdge(
            @ForAll @DoubleRange(min = 1, max = 2000) double demand,
            @ForAll @DoubleRange(min = 1, max = 2000) double capacity) {
        double available = capacity - 50;
        if (Math.abs(demand - available) > 0.05 * demand) {
            assertThat(ticks(demand, capacity)).isEqualTo(demand > available ? 1000 : 150);
        }
    }

    private static long ticks(double demand, double capacity) {
        return FinalIndex.of(demand, capacity, 50, 150, HARD).ticks();
    }
}
