package io.attentionfutures.forecast.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.forecast.DemandSeries;
import org.junit.jupiter.api.Test;

class DemandAggregatorTest {

    private static final long HOUR = 3_600_000L;

    @Test
    void aWindowIsTheSumOfTheTenantsMeans() {
        DemandAggregator aggregator = new DemandAggregator(HOUR, CapacityRule.SUM);
        aggregator.add(new TelemetrySample(2, 0, "gpu", "ann", 2, 8));
        aggregator.add(new TelemetrySample(3, HOUR / 2, "gpu", "ann", 4, 8));
        aggregator.add(new TelemetrySample(4, 0, "gpu", "bob", 10, 16));
        aggregator.add(new TelemetrySample(5, 2 * HOUR, "gpu", "bob", 1, 16));
        aggregator.add(new TelemetrySample(6, 2 * HOUR, "cpu", "bob", 7, 100));
        assertThat(aggregator.series()).hasSize(2);
        DemandSeries gpu = aggregator.series().get(1);
        assertThat(gpu.used()).containsExactly(13, Double.NaN, 1);
        assertThat(gpu.endMillis()).isEqualTo(3 * HOUR);
        assertThat(gpu.capacity()).isEqualTo(16);
    }

    @Test
    void capacityIsOnePoolOrTheSumOfQuotas() {
        DemandWindowAccumulator window = new DemandWindowAccumulator();
        window.add("ann", 1, 8);
        window.add("bob", 1, 16);
        window.add("bob", 1, 12);
        assertThat(window.capacity(CapacityRule.SHARED)).isEqualTo(16);
        assertThat(window.capacity(CapacityRule.SUM)).isEqualTo(24);
        assertThat(window.samples()).isEqualTo(3);
    }

    @Test
    void badNumbersAreRefused() {
        DemandWindowAccumulator window = new DemandWindowAccumulator();
        assertThatThrownBy(() -> window.add("ann", 1.1e12, 8)).hasMessageContaining("1e12");
        assertThatThrownBy(() -> window.add("ann", Double.NaN, 8)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> window.add("ann", -1.1e12, 8)).hasMessageContaining("1e12");
        assertThatThrownBy(() -> window.add("ann", 1, -8)).hasMessageContaining("capacity");
        assertThat(window.used()).isNaN();
    }

    @Test
    void seriesThatSpanAbsurdTimesAreRefused() {
        DemandAggregator aggregator = new DemandAggregator(1000, CapacityRule.SUM);
        aggregator.add(new TelemetrySample(2, 0, "gpu", "ann", 2, 8));
        aggregator.add(new TelemetrySample(3, Long.MAX_VALUE / 2, "gpu", "ann", 4, 8));
        assertThatThrownBy(aggregator::series).hasMessageContaining("spans");
    }
}
