package io.attentionfutures.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DemandSeriesTest {

    private final DemandSeries three = TestSeries.of("a", 1, Double.NaN, 3);

    @Test
    void anAppendedWindowMovesTheEndAndDropsTheOldest() {
        DemandSeries longer = three.append(DemandWindow.of(4, 50), 3);
        assertThat(longer.used()).containsExactly(Double.NaN, 3, 4);
        assertThat(longer.endMillis()).isEqualTo(three.endMillis() + TestSeries.HOUR);
        assertThat(longer.capacity()).isEqualTo(50);
        assertThat(three.windows()).isEqualTo(3);
        assertThat(three.append(DemandWindow.of(4, 50)).windows()).isEqualTo(4);
    }

    @Test
    void aSliceKeepsItsPlaceInTime() {
        DemandSeries first = three.slice(0, 1);
        assertThat(first.used()).containsExactly(1);
        assertThat(first.startMillis()).isEqualTo(three.startMillis());
        assertThat(first.endMillis()).isEqualTo(three.startMillis() + TestSeries.HOUR);
    }

    @Test
    void theArrayHandedInOrOutCannotChangeIt() {
        double[] used = {1, 2};
        DemandSeries series = TestSeries.of("a", used);
        used[0] = 9;
        series.used()[1] = 9;
        assertThat(series.used()).containsExactly(1, 2);
    }

    @Test
    void badValuesAreRefused() {
        assertThatThrownBy(() -> new DemandWindow(1, 1, 1.5)).hasMessageContaining("share");
        assertThatThrownBy(() -> three.append(DemandWindow.of(Double.POSITIVE_INFINITY, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DemandSeries("a", 3600, 1, new double[1], 1))
                .hasMessageContaining("multiple");
        assertThatThrownBy(() -> TestSeries.of(" ", 1)).hasMessageContaining("blank");
        assertThatThrownBy(() -> three.append(DemandWindow.of(1, Double.NaN)))
                .hasMessageContaining("capacity");
    }

    @Test
    void onlyDemandIsNeverNegative() {
        assertThat(three.isNotNegative()).isTrue();
        assertThat(TestSeries.of("a", 1, -1).isNotNegative()).isFalse();
    }

    @Test
    void seasonsAreDurations() {
        assertThat(Season.of(TestSeries.HOUR)).isEqualTo(new Season(24, 168));
        assertThat(Season.of(600_000)).isEqualTo(new Season(144, 1008));
        assertThat(Season.of(2 * TestSeries.HOUR).dayLag(13)).isEqualTo(24);
        assertThat(Season.of(24 * TestSeries.HOUR).weekLag(24)).isEqualTo(28);
        assertThatThrownBy(() -> Season.of(7 * TestSeries.HOUR))
                .hasMessageContaining("does not divide a day");
    }
}
