package io.attentionfutures.forecast.statistical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.attentionfutures.forecast.Season;
import io.attentionfutures.forecast.TestSeries;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ExponentialSmoothingTest {

    private static final Season HOURLY = new Season(24, 168);

    @Test
    void aDailyWaveGoesOn() {
        double[] values = TestProcesses.wave(672, 24, 1, 1);
        double[] forecast =
                ExponentialSmoothing.fit(values, HOURLY).orElseThrow().forecast(values, 48);
        for (int h = 0; h < 24; h++) {
            assertThat(forecast[h]).isCloseTo(TestProcesses.waveAt(672 + h, 24), within(4.0));
        }
    }

    @Test
    void theForecastOfARandomWalkStaysNearItsLastValue() {
        double[] values = TestProcesses.randomWalk(60, 2);
        double[] forecast =
                ExponentialSmoothing.fit(values, new Season(1, 7))
                        .orElseThrow()
                        .forecast(values, 5);
        for (double mean : forecast) {
            assertThat(mean).isCloseTo(values[59], within(1.5));
        }
    }

    @Test
    void anAutoregressionReturnsToItsMean() {
        double[] values = TestProcesses.autoregression(672, 0.8, 50, 1, 3);
        values[671] = 60;
        double[] forecast =
                ExponentialSmoothing.fit(values, HOURLY).orElseThrow().forecast(values, 24);
        assertThat(forecast[0]).isBetween(56.5, 59.5);
        assertThat(forecast[23]).isBetween(48.5, 52.0);
    }

    @Test
    void constantOrShortHistoriesHaveNoModel() {
        assertThat(ExponentialSmoothing.fit(TestSeries.constant(400, 0), HOURLY)).isEmpty();
        assertThat(ExponentialSmoothing.fit(TestSeries.constant(400, 0.1), HOURLY)).isEmpty();
        assertThat(ExponentialSmoothing.fit(new double[0], HOURLY)).isEmpty();
        assertThat(ExponentialSmoothing.fit(new double[] {1, 2}, HOURLY)).isEmpty();
    }

    @Test
    void oneValueOfHistoryIsEnoughForAForecast() {
        double[] values = TestProcesses.wave(400, 24, 1, 5);
        ExponentialSmoothing model = ExponentialSmoothing.fit(values, HOURLY).orElseThrow();
        assertThat(model.forecast(new double[] {7}, 3)).containsExactly(7, 7, 7);
    }

    @Test
    void theLargestNumbersHaveFiniteForecasts() {
        double[] values = TestProcesses.wave(100, 24, 1, 6);
        ExponentialSmoothing model = ExponentialSmoothing.fit(values, HOURLY).orElseThrow();
        double[] huge = new double[100];
        for (int i = 0; i < huge.length; i++) {
            huge[i] = i % 3 == 0 ? -Double.MAX_VALUE : Double.MAX_VALUE;
        }
        assertThat(ExponentialSmoothing.fit(huge, HOURLY)).isEmpty();
        for (double forecast : model.forecast(huge, 24)) {
            assertThat(forecast).isFinite();
        }
    }

    @Test
    void anotherVersionIsNotRead() {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(new byte[] {99}));
        assertThatThrownBy(() -> ExponentialSmoothing.read(in))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 99");
    }
}
