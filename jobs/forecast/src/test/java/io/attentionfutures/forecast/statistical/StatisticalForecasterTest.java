package io.attentionfutures.forecast.statistical;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.Season;
import io.attentionfutures.forecast.TestSeries;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticalForecasterTest {

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
    void theBestForecasterFindsTheSeason() {
        DemandSeries wave = TestSeries.wave("a", 360, 3);
        DemandForecast best = StatisticalForecaster.best().forecast(List.of(wave)).get(0);
        assertThat(best.model()).isEqualTo("snaive168");
        assertThat(best.isValid()).isTrue();
    }

    @Test
    void theQuantilesCoverTheErrorsOfTheMethod() {
        DemandSeries wave = TestSeries.wave("a", 360, 3);
        StatisticalForecaster week =
                StatisticalForecaster.of(StatisticalMethod.SEASONAL_NAIVE_WEEK);
        DemandForecast forecast = week.forecast(List.of(wave)).get(0);
        // The noise of two independent weeks: a standard deviation of 5 times the root of 2.
        assertThat(forecast.deviation()[0]).isBetween(5.0, 9.0);
        assertThat(forecast.quantiles()[0][0]).isLessThan(forecast.mean()[0]);
        assertThat(forecast.quantiles()[0][6]).isGreaterThan(forecast.mean()[0]);
    }

    @Test
    void oneWindowIsEnough() {
        DemandForecast forecast =
                StatisticalForecaster.best().forecast(List.of(TestSeries.of("a", 80))).get(0);
        assertThat(forecast.mean()).containsOnly(80);
        assertThat(forecast.deviation()).containsOnly(20);
        assertThat(forecast.isValid()).isTrue();
    }
}
