package io.attentionfutures.forecast.statistical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.attentionfutures.forecast.Season;
import io.attentionfutures.forecast.TestSeries;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeasonalArimaTest {

    private static final Season HOURLY = new Season(24, 168);

    @Test
    void aDailyWaveGoesOn() {
        double[] values = TestProcesses.wave(672, 24, 1, 1);
        double[] forecast = SeasonalArima.fit(values, HOURLY).orElseThrow().forecast(values, 24);
        for (int h = 0; h < 24; h++) {
            assertThat(forecast[h]).isCloseTo(TestProcesses.waveAt(672 + h, 24), within(8.0));
        }
    }

    @Test
    void theBestForecastOfARandomWalkIsItsLastValue() {
        double[] values = TestProcesses.randomWalk(60, 2);
        double[] forecast =
                SeasonalArima.fit(values, new Season(1, 7)).orElseThrow().forecast(values, 5);
        for (double mean : forecast) {
            assertThat(mean).isCloseTo(values[59], within(0.6));
        }
    }

    @Test
    void anAutoregressionIsEstimatedWithItsMean() {
        double[] values = TestProcesses.autoregression(600, 0.8, 0, 1, 3);
        ArimaOrder order = new ArimaOrder(1, 0, 0, 0, 0, 0, 1, 0);
        double[] forecast = ArimaModel.fit(values, order).orElseThrow().forecast(values, 2).get();
        double last = values[599];
        assertThat(forecast[0]).isCloseTo(0.8 * last, within(0.25));
        assertThat(forecast[1]).isCloseTo(0.64 * last, within(0.4));
    }

    @Test
    void aLongSeasonIsTakenOutAsAProfile() {
        double[] values = TestProcesses.wave(144 * 10, 144, 2, 4);
        Season tenMinutes = new Season(144, 7 * 144);
        SeasonalArima model = SeasonalArima.fit(values, tenMinutes).orElseThrow();
        assertThat(model.toString()).contains("daily profile");
        double[] forecast = model.forecast(values, 24);
        double[] errors = new double[24];
        double[] naive = new double[24];
        for (int h = 0; h < 24; h++) {
            double actual = TestProcesses.waveAt(values.length + h, 144);
            errors[h] = actual - forecast[h];
            naive[h] = actual - values[values.length - 1];
        }
        assertThat(TestProcesses.meanAbsolute(errors))
                .isLessThan(0.7 * TestProcesses.meanAbsolute(naive));
    }

    @Test
    void constantOrShortHistoriesHaveNoModel() {
        assertThat(SeasonalArima.fit(TestSeries.constant(400, 0), HOURLY)).isEmpty();
        assertThat(SeasonalArima.fit(TestSeries.constant(400, 0.1), HOURLY)).isEmpty();
        assertThat(SeasonalArima.fit(new double[0], HOURLY)).isEmpty();
        assertThat(SeasonalArima.fit(new double[] {1, 2}, HOURLY)).isEmpty();
    }

    @Test
    void aHistoryTooShortForTheModelRepeatsItsLastValue() {
        double[] values = TestProcesses.wave(400, 24, 1, 5);
        SeasonalArima model = SeasonalArima.fit(values, HOURLY).orElseThrow();
        assertThat(model.forecast(new double[] {7}, 3)).containsExactly(7, 7, 7);
        assertThat(model.forecast(Arrays.copyOf(values, 10), 24)).hasSize(24);
    }

    @Test
    void theLargestNumbersHaveFiniteForecasts() {
        double[] values = TestProcesses.wave(100, 24, 1, 6);
        SeasonalArima model = SeasonalArima.fit(values, HOURLY).orElseThrow();
        double[] huge = new double[100];
        for (int i = 0; i < huge.length; i++) {
            huge[i] = i % 3 == 0 ? -Double.MAX_VALUE : Double.MAX_VALUE;
        }
        assertThat(SeasonalArima.fit(huge, HOURLY)).isEmpty();
        for (double forecast : model.forecast(huge, 24)) {
            assertThat(forecast).isFinite();
        }
    }

    @Test
    void anotherVersionIsNotRead() {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(new byte[] {99}));
        assertThatThrownBy(() -> SeasonalArima.read(in))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 99");
    }
}
