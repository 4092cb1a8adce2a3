package io.attentionfutures.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attentionfutures.schemas.DemandForecast;
import io.attentionfutures.schemas.DemandWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Demand of day d is 100 + 10 d at every hour: the error of the day before is 10, which is what
 * errors are scaled by.
 */
class ForecastScoreTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final int DAYS = 4;

    private final ForecastScore score = new ForecastScore();

    @Test
    void anErrorIsMeasuredInErrorsOfTheDayBefore() {
        demand("M.R", hour -> 100 + 10.0 * (hour / 24));
        forecast("M.R", 48, 120 + 5);

        ForecastScore.Result result = score.measure(millis(48));

        assertThat(result.origins()).isEqualTo(1);
        assertThat(result.forecastMase()).isEqualTo(0.5, within(1e-9));
        // The day before, and the last value, are wrong by 10; the mean of two days by 15.
        assertThat(result.bestSimpleMase()).isEqualTo(1.0, within(1e-9));
        assertThat(result.bestSimple()).isEqualTo("naive");
    }

    @Test
    void aForecastOfTheTrainingPartDoesNotCount() {
        demand("M.R", hour -> 100 + 10.0 * (hour / 24));
        forecast("M.R", 47, 999);
        forecast("M.R", 48, 120 + 10);

        ForecastScore.Result result = score.measure(millis(48));

        assertThat(result.origins()).isEqualTo(1);
        assertThat(result.forecastMase()).isEqualTo(1.0, within(1e-9));
    }

    @Test
    void aForecastBeyondTheKnownDemandDoesNotCount() {
        demand("M.R", hour -> 100 + 10.0 * (hour / 24));
        forecast("M.R", 73, 999);

        assertThat(score.measure(millis(48)).origins()).isZero();
        assertThat(score.measure(millis(48)).forecastMase()).isNaN();
        assertThat(score.measure(millis(48)).bestSimpleMase()).isNaN();
    }

    @Test
    void aWindowWithoutTelemetryIsNoActual() {
        for (int hour = 0; hour < 24 * DAYS; hour++) {
            if (hour == 50) {
                add("M.R", hour, 0, 0);
            } else if (hour != 51) {
                add("M.R", hour, 100 + 10.0 * (hour / 24), 1);
            }
        }
        forecast("M.R", 48, 120 + 5);

        assertThat(score.measure(millis(48)).forecastMase()).isEqualTo(0.5, within(1e-9));
    }

    @Test
    void marketsCountTheSameWhateverTheirSizeIs() {
        demand("A.R", hour -> 100 + 10.0 * (hour / 24));
        demand("B.R", hour -> 1000 + 100.0 * (hour / 24));
        forecast("A.R", 48, 120 + 5);
        forecast("B.R", 48, 1200 + 150);

        ForecastScore.Result result = score.measure(millis(48));

        assertThat(result.origins()).isEqualTo(2);
        assertThat(result.forecastMase()).isEqualTo((0.5 + 1.5) / 2, within(1e-9));
    }

    @Test
    void withoutChangeInTheTrainingPartThereIsNothingToScaleBy() {
        demand("M.R", hour -> 100.0);
        forecast("M.R", 48, 101);

        assertThat(score.measure(millis(48)).forecastMase()).isNaN();
    }

    @Test
    void withoutDemandThereIsNothingToMeasure() {
        assertThat(score.measure(0).origins()).isZero();
        forecast("M.R", 48, 101);
        assertThat(score.measure(0).forecastMase()).isNaN();
    }

    private void demand(String market, java.util.function.IntToDoubleFunction used) {
        for (int hour = 0; hour < 24 * DAYS; hour++) {
            add(market, hour, used.applyAsDouble(hour), 1);
        }
    }

    private void add(String market, int hour, double used, long samples) {
        score.add(
                DemandWindow.newBuilder()
                        .setMarket(market)
                        .setWindowStart(at(hour))
                        .setWindowEnd(at(hour + 1))
                        .setUsed(used)
                        .setCapacity(200)
                        .setTenants(1)
                        .setSamples(samples)
                        .build());
    }

    private void forecast(String market, int hour, double mean) {
        List<List<Double>> quantiles = new ArrayList<>();
        score.add(
                DemandForecast.newBuilder()
                        .setMarket(market)
                        .setForecastAt(at(hour))
                        .setDataAsOf(at(hour))
                        .setPeriodMillis(Duration.ofHours(1).toMillis())
                        .setCapacity(200)
                        .setMean(Collections.nCopies(24, mean))
                        .setDeviation(Collections.nCopies(24, 1.0))
                        .setProbabilities(List.of())
                        .setQuantiles(quantiles)
                        .setModel("test")
                        .setFallback(false)
                        .setFallbackReason("")
                        .build());
    }

    private static Instant at(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    private static long millis(int hour) {
        return at(hour).toEpochMilli();
    }
}
