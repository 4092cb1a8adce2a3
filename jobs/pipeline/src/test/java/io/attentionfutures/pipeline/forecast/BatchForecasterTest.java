package io.attentionfutures.pipeline.forecast;

import static io.attentionfutures.pipeline.forecast.BatchForecasterHarness.HOUR;
import static io.attentionfutures.pipeline.forecast.BatchForecasterHarness.LATENESS;
import static io.attentionfutures.pipeline.forecast.BatchForecasterHarness.bytes;
import static io.attentionfutures.pipeline.forecast.BatchForecasterHarness.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.pipeline.demand.Demand;
import java.io.FileNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchForecasterTest {
    private static final int HOURS = 30;

    private static double used(int market, long hour) {
        return 50 + 10 * market + 20 * Math.sin(hour / 24.0 * 2 * Math.PI) + hour % 3;
    }

    @Test
    void eachWindowIsForecastOnceBeforeTheClockGoesOn() throws Exception {
        try (BatchForecasterHarness forecaster = BatchForecasterHarness.open()) {
            forecaster.close(window("a", 0, 1));
            forecaster.close(window("b", 0, 2));
            assertThat(forecaster.steps()).isEmpty();
            forecaster.passHour(0);
            forecaster.passHour(1);
            assertThat(forecaster.steps())
                    .containsExactly("forecast a", "forecast b", "watermark", "watermark");
        }
    }

    @Test
    void aForecastSaysWhatItKnowsAndWhenItWasMade() throws Exception {
        try (BatchForecasterHarness forecaster = BatchForecasterHarness.open()) {
            forecaster.close(window("a", 7, 40));
            forecaster.passHour(7);
            MarketForecast made = forecaster.forecasts().get(0);
            assertThat(made.forecastMillis()).isEqualTo(8 * HOUR + LATENESS);
            assertThat(made.forecast().market()).isEqualTo("a");
            assertThat(made.forecast().dataAsOfMillis()).isEqualTo(8 * HOUR);
            assertThat(made.forecast().periodMillis()).isEqualTo(HOUR);
            assertThat(made.forecast().capacity()).isEqualTo(100);
            assertThat(made.forecast().isValid()).isTrue();
            assertThat(made.forecast().fallback()).isTrue();
            assertThat(made.forecast().reason()).isEqualTo("no model");
            assertThat(forecaster.flink.extractOutputStreamRecords().get(0).getTimestamp())
                    .isEqualTo(8 * HOUR + LATENESS);
        }
    }

    @Test
    void demandThatNobodyEverMeasuredIsNotForecast() throws Exception {
        try (BatchForecasterHarness forecaster = BatchForecasterHarness.open()) {
            forecaster.close(window("a", 0, Double.NaN));
            forecaster.close(window("a", 1, Double.NaN));
            forecaster.passHour(1);
            assertThat(forecaster.steps()).containsExactly("watermark");
            forecaster.close(window("a", 2, 5));
            forecaster.close(window("a", 3, Double.NaN));
            forecaster.passHour(3);
            assertThat(forecaster.forecasts())
                    .extracting(made -> made.forecast().dataAsOfMillis())
                    .containsExactly(3 * HOUR, 4 * HOUR);
        }
    }

    @Test
    void whatWaitsAtABarrierIsForecastAfterIt() throws Exception {
        OperatorSubtaskState state;
        try (BatchForecasterHarness forecaster = BatchForecasterHarness.open()) {
            forecaster.close(window("a", 0, 1));
            state = forecaster.flink.snapshot(1, 1);
            assertThat(forecaster.steps()).isEmpty();
            forecaster.passHour(0);
            assertThat(forecaster.steps()).containsExactly("forecast a", "watermark");
        }
        try (BatchForecasterHarness forecaster = BatchForecasterHarness.restore(state)) {
            forecaster.passHour(0);
            assertThat(forecaster.steps()).containsExactly("forecast a", "watermark");
            forecaster.flink.snapshot(2, 2);
            assertThat(forecaster.flink.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void whatHasBeenForecastNoLongerWaitsInTheNextCheckpoint() throws Exception {
        OperatorSubtaskState state;
        try (BatchForecasterHarness forecaster = BatchForecasterHarness.open()) {
            forecaster.close(window("a", 0, 1));
            forecaster.flink.snapshot(1, 1);
            forecaster.passHour(0);
            state = forecaster.flink.snapshot(2, 2);
        }
        try (BatchForecasterHarness forecaster = BatchForecasterHarness.restore(state)) {
            forecaster.passHour(1);
            assertThat(forecaster.steps()).containsExactly("watermark");
        }
    }

    @Test
    void whatWaitsIsForecastAtTheEndOfTheInput() throws Exception {
        try (BatchForecasterHarness forecaster = BatchForecasterHarness.open()) {
            forecaster.close(window("a", 0, 1));
            forecaster.flink.endInput1();
            assertThat(forecaster.steps()).isEmpty();
            forecaster.flink.endInput2();
            assertThat(forecaster.steps()).containsExactly("forecast a");
        }
    }

    @Test
    void severalWindowsOfAMarketAtOneWatermarkAreForecastInOrder() throws Exception {
        try (BatchForecasterHarness together = BatchForecasterHarness.open();
                BatchForecasterHarness apart = BatchForecasterHarness.open()) {
            for (int hour = 0; hour < 5; hour++) {
                together.close(window("a", hour, used(0, hour)));
                apart.close(window("a", hour, used(0, hour)));
                apart.passHour(hour);
            }
            together.passHour(4);
            assertThat(bytes(together.forecasts())).isEqualTo(bytes(apart.forecasts()));
            assertThat(together.forecasts()).hasSize(5);
        }
    }

    @Test
    void aWindowWithoutSamplesIsForecastToo() throws Exception {
        try (BatchForecasterHarness forecaster = BatchForecasterHarness.open()) {
            forecaster.close(window("a", 0, 10));
            forecaster.close(window("a", 1, Double.NaN));
            forecaster.passHour(1);
            assertThat(forecaster.forecasts()).hasSize(2);
            assertThat(forecaster.forecasts()).allMatch(made -> made.forecast().isValid());
        }
    }

    @Test
    void theHistorySurvivesARestart() throws Exception {
        List<MarketForecast> undisturbed = run(List.of("a"), HOURS, hour -> true);
        List<MarketForecast> restarted = new ArrayList<>();
        OperatorSubtaskState state;
        try (BatchForecasterHarness forecaster = BatchForecasterHarness.open()) {
            for (int hour = 0; hour < HOURS / 2; hour++) {
                forecaster.close(window("a", hour, used(0, hour)));
            }
            forecaster.passHour(HOURS / 2 - 3);
            state = forecaster.flink.snapshot(1, 1);
            restarted.addAll(forecaster.forecasts());
        }
        try (BatchForecasterHarness forecaster = BatchForecasterHarness.restore(state)) {
            for (int hour = HOURS / 2; hour < HOURS; hour++) {
                forecaster.close(window("a", hour, used(0, hour)));
            }
            forecaster.passHour(HOURS);
            restarted.addAll(forecaster.forecasts());
        }
        assertThat(bytes(restarted)).isEqualTo(bytes(undisturbed));
    }

    @Test
    void aGapStartsTheHistoryAnew() throws Exception {
        try (BatchForecasterHarness gap = BatchForecasterHarness.open();
                BatchForecasterHarness fresh = BatchForecasterHarness.open()) {
            for (int hour = 0; hour < 10; hour++) {
                gap.close(window("a", hour, 500));
            }
            for (int hour = 11; hour < 14; hour++) {
                gap.close(window("a", hour, used(0, hour)));
                fresh.close(window("a", hour, used(0, hour)));
            }
            gap.passHour(14);
            fresh.passHour(14);
            assertThat(bytes(gap.forecasts()).subList(10, 13)).isEqualTo(bytes(fresh.forecasts()));
        }
    }

    @Test
    void anotherPeriodStartsTheHistoryAnew() throws Exception {
        Demand half = window("a", 4 * HOUR, HOUR / 2, 7);
        try (BatchForecasterHarness changed = BatchForecasterHarness.open();
                BatchForecasterHarness fresh = BatchForecasterHarness.open()) {
            for (int hour = 0; hour < 4; hour++) {
                changed.close(window("a", hour, 500));
            }
            changed.close(half);
            fresh.close(half);
            changed.passHour(5);
            fresh.passHour(5);
            assertThat(bytes(changed.forecasts()).get(4))
                    .isEqualTo(bytes(fresh.forecasts()).get(0));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aForecastDoesNotDependOnWhatSharesItsBatch(long seed) throws Exception {
        Random random = new Random(seed);
        List<MarketForecast> mixed =
                run(List.of("a", "b", "c", "d"), HOURS, hour -> random.nextInt(4) == 0);
        for (String market : List.of("a", "b", "c", "d")) {
            List<MarketForecast> alone =
                    run(List.of(market), HOURS, hour -> true, "abcd".indexOf(market));
            assertThat(
                            bytes(
                                    mixed.stream()
                                            .filter(made -> made.forecast().market().equals(market))
                                            .toList()))
                    .isEqualTo(bytes(alone));
        }
    }

    private static List<MarketForecast> run(
            List<String> markets, int hours, java.util.function.LongPredicate passClock)
            throws Exception {
        return run(markets, hours, passClock, 0);
    }

    private static List<MarketForecast> run(
            List<String> markets,
            int hours,
            java.util.function.LongPredicate passClock,
            int firstNumber)
            throws Exception {
        try (BatchForecasterHarness forecaster = BatchForecasterHarness.open()) {
            for (int hour = 0; hour < hours; hour++) {
                for (int i = 0; i < markets.size(); i++) {
                    forecaster.close(window(markets.get(i), hour, used(firstNumber + i, hour)));
                }
                if (passClock.test(hour)) {
                    forecaster.passHour(hour);
                }
            }
            forecaster.passHour(hours);
            return forecaster.forecasts();
        }
    }

    @Test
    void aBundleThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> ForecastEngines.load("/no/such/bundle.zip"))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("/no/such/bundle.zip");
    }
}
