package io.attentionfutures.forecast.statistical;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.Season;
import org.junit.jupiter.api.Test;

class StatisticalMethodTest {

    private final Season season = new Season(24, 168);

    @Test
    void theFourMethodsTakeTheValuesTheyAreNamedFor() {
        double[] values = new double[400];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        assertThat(StatisticalMethod.NAIVE.predict(values, 400, season)).containsOnly(399);
        assertThat(StatisticalMethod.SEASONAL_NAIVE_DAY.predict(values, 400, season))
                .startsWith(376, 377)
                .endsWith(399);
        assertThat(StatisticalMethod.SEASONAL_NAIVE_WEEK.predict(values, 400, season))
                .startsWith(232, 233);
        assertThat(StatisticalMethod.MEAN_7_DAYS.predict(values, 400, season))
                .startsWith(376 - 72.0);
    }

    @Test
    void beforeTheSeasonTheLastValueIsRepeated() {
        double[] values = {3, 4, 5};
        for (StatisticalMethod method : StatisticalMethod.values()) {
            assertThat(method.predict(values, 3, season)).startsWith(5, 5).endsWith(5);
        }
    }
}
