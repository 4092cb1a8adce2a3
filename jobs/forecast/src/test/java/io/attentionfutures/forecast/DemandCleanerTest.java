package io.attentionfutures.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DemandCleanerTest {

    @Test
    void aShortGapIsInterpolated() {
        CleanDemand clean = DemandCleaner.clean(TestSeries.of("a", 1, Double.NaN, Double.NaN, 4));
        assertThat(clean.values()).containsExactly(1, 2, 3, 4);
        assertThat(clean.filled()).containsExactly(false, true, true, false);
    }

    @Test
    void aLongGapTakesTheSameTimeOfEarlierDays() {
        double[] used = TestSeries.wave("a", 24 * 9, 1).used();
        for (int i = 24 * 7; i < 24 * 8; i++) {
            used[i] = Double.NaN;
        }
        double[] values = DemandCleaner.clean(TestSeries.of("a", used)).values();
        double sum = 0;
        for (int day = 0; day < 7; day++) {
            sum += used[day * 24 + 5];
        }
        assertThat(values[24 * 7 + 5]).isEqualTo(sum / 7);
    }

    @Test
    void aTrailingGapDoesNotLookAhead() {
        assertThat(DemandCleaner.clean(TestSeries.of("a", 1, 5, Double.NaN)).values())
                .containsExactly(1, 5, 5);
    }

    @Test
    void anIsolatedSpikeIsLoweredAndALastingBurstIsKept() {
        double[] used = TestSeries.wave("a", 24 * 15, 1).used();
        used[100] = 1e6;
        used[200] = 1000;
        used[201] = 1000;
        used[202] = 1000;
        double[] values = DemandCleaner.clean(TestSeries.of("a", used)).values();
        assertThat(values[100]).isLessThan(1000);
        assertThat(values[200]).isEqualTo(1000);
        assertThat(values[202]).isEqualTo(1000);
    }

    @Test
    void withoutAMeasurementDemandIsZero() {
        assertThat(DemandCleaner.clean(TestSeries.of("a", Double.NaN, Double.NaN)).values())
                .containsExactly(0, 0);
        assertThatThrownBy(() -> DemandCleaner.clean(TestSeries.of("a")))
                .hasMessageContaining("no windows");
    }
}
