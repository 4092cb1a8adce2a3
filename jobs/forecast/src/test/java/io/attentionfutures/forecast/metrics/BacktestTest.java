package io.attentionfutures.forecast.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.TestSeries;
import io.attentionfutures.forecast.statistical.StatisticalForecaster;
import io.attentionfutures.forecast.statistical.StatisticalMethod;
import org.junit.jupiter.api.Test;

class BacktestTest {

    @Test
    void theErrorsOfAStraightLineAreKnown() {
        double[] used = new double[300];
        for (int i = 0; i < used.length; i++) {
            used[i] = i;
        }
        Backtest test = new Backtest(TestSeries.of("a", used), 0.2, 1);
        assertThat(test.testStart()).isEqualTo(240);
        assertThat(test.origins()).isEqualTo(37);
        ForecastErrors naive = test.run(StatisticalMethod.NAIVE);
        assertThat(naive.count()).isEqualTo(37 * 24);
        assertThat(naive.mae()).isEqualTo(12.5);
        assertThat(naive.rmse()).isCloseTo(Math.sqrt(4900 / 24.0), within(1e-9));
        assertThat(naive.mase()).isCloseTo(12.5 / 24, within(1e-12));
        assertThat(naive.wape()).isCloseTo(12.5 / 269.5, within(1e-12));
        assertThat(test.run(StatisticalMethod.SEASONAL_NAIVE_DAY).mae()).isEqualTo(24);
    }

    @Test
    void aForecasterWithoutAnythingToCleanHasTheErrorsOfItsMethod() {
        Backtest test = new Backtest(TestSeries.wave("a", 500, 5), 0.2, 7);
        for (StatisticalMethod method : StatisticalMethod.values()) {
            assertThat(test.run(StatisticalForecaster.of(method)).mae())
                    .isEqualTo(test.run(method).mae());
        }
    }

    @Test
    void windowsWithoutSamplesAreNotCounted() {
        double[] used = TestSeries.constant(300, 5);
        used[260] = Double.NaN;
        DemandSeries series = TestSeries.of("a", used);
        ForecastErrors errors = new Backtest(series, 0.2, 1).run(StatisticalMethod.NAIVE);
        assertThat(errors.mae()).isZero();
        assertThat(errors.mase()).isZero();
        assertThat(errors.count()).isEqualTo(37 * 24 - 21);
    }

    @Test
    void aSeriesThatIsTooShortIsRefused() {
        assertThatThrownBy(() -> new Backtest(TestSeries.wave("a", 60, 1), 0.2, 1))
                .hasMessageContaining("too short");
    }
}
