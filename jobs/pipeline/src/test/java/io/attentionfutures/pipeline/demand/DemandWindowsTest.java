package io.attentionfutures.pipeline.demand;

import static io.attentionfutures.pipeline.demand.DemandWindowsHarness.HOUR;
import static io.attentionfutures.pipeline.demand.DemandWindowsHarness.LATENESS;
import static io.attentionfutures.pipeline.demand.DemandWindowsHarness.MARKET;
import static io.attentionfutures.pipeline.demand.DemandWindowsHarness.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.telemetry.CapacityRule;
import java.util.Map;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.junit.jupiter.api.Test;

class DemandWindowsTest {
    private static final int NEVER_RETIRE = 1000;

    @Test
    void addsUpTheMeansOfTheTenants() throws Exception {
        try (DemandWindowsHarness windows =
                DemandWindowsHarness.open(CapacityRule.SUM, NEVER_RETIRE)) {
            windows.sample("a", 0, 10, 100);
            windows.sample("a", 0, 20, 100);
            windows.sample("a", 0, 60, 100);
            windows.sample("b", 0, 7, 50);
            windows.closeHour(0);
            assertThat(windows.demand())
                    .containsExactly(
                            new Demand(
                                    MARKET,
                                    0,
                                    HOUR,
                                    HOUR + LATENESS,
                                    37,
                                    150,
                                    2,
                                    30.0 / 37,
                                    4,
                                    Map.of()));
        }
    }

    @Test
    void sharedCapacityIsTheLargestAndNotTheSum() throws Exception {
        try (DemandWindowsHarness windows =
                DemandWindowsHarness.open(CapacityRule.SHARED, NEVER_RETIRE)) {
            windows.sample("a", 0, 10, 100);
            windows.sample("b", 0, 7, 120);
            windows.closeHour(0);
            assertThat(windows.demand()).extracting(Demand::capacity).containsExactly(120.0);
        }
    }

    @Test
    void aWindowClosesWhenTheClockPassesItsEndAndTheLateness() throws Exception {
        try (DemandWindowsHarness windows =
                DemandWindowsHarness.open(CapacityRule.SUM, NEVER_RETIRE)) {
            windows.sample("a", 0, 1, 2);
            long close = HOUR + LATENESS;
            windows.flink.processWatermark(close - 1);
            windows.sample("a", 0, 3, 2);
            windows.flink.processWatermark(close);
            Demand closed = new Demand(MARKET, 0, HOUR, close, 2, 2, 1, 1, 2, Map.of());
            assertThat(windows.flink.getOutput())
                    .containsExactly(
                            new Watermark(close - 1),
                            new StreamRecord<>(closed, close),
                            new Watermark(close));
        }
    }

    @Test
    void windowsWithoutSamplesCloseTooWithTheLastCapacity() throws Exception {
        try (DemandWindowsHarness windows =
                DemandWindowsHarness.open(CapacityRule.SUM, NEVER_RETIRE)) {
            windows.sample("a", 0, 1, 80);
            windows.sample("a", 0, 1, 80);
            windows.closeHour(0);
            windows.sample("a", 3, 5, 90);
            windows.closeHour(3);
            assertThat(windows.demand())
                    .containsExactly(
                            new Demand(MARKET, 0, HOUR, HOUR + LATENESS, 1, 80, 1, 1, 2, Map.of()),
                            empty(1, 80),
                            empty(2, 80),
                            new Demand(
                                    MARKET,
                                    3 * HOUR,
                                    4 * HOUR,
                                    4 * HOUR + LATENESS,
                                    5,
                                    90,
                                    1,
                                    1,
                                    1,
                                    Map.of()));
        }
    }

    private static Demand empty(long hour, double capacity) {
        long end = (hour + 1) * HOUR;
        return new Demand(
                MARKET,
                hour * HOUR,
                end,
                end + LATENESS,
                Double.NaN,
                capacity,
                0,
                Double.NaN,
                0,
                Map.of());
    }

    @Test
    void anEarlierWindowHeardOfLaterClosesFirst() throws Exception {
        try (DemandWindowsHarness windows =
                DemandWindowsHarness.open(CapacityRule.SUM, NEVER_RETIRE)) {
            windows.sample("a", 1, 5, 9);
            windows.sample("a", 0, 4, 9);
            assertThat(windows.flink.numEventTimeTimers()).isOne();
            windows.closeHour(1);
            assertThat(windows.demand()).extracting(Demand::used).containsExactly(4.0, 5.0);
        }
    }

    @Test
    void aMarketThatFallsSilentIsForgotten() throws Exception {
        try (DemandWindowsHarness windows = DemandWindowsHarness.open(CapacityRule.SUM, 3)) {
            windows.sample("a", 0, 1, 80);
            windows.closeHour(2);
            assertThat(windows.demand()).hasSize(3);
            assertThat(windows.flink.numEventTimeTimers()).isOne();
            windows.closeHour(500);
            assertThat(windows.demand()).hasSize(4);
            assertThat(windows.flink.numKeyedStateEntries()).isZero();
            assertThat(windows.flink.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void aSampleStartsTheCountOfSilentWindowsAnew() throws Exception {
        try (DemandWindowsHarness windows = DemandWindowsHarness.open(CapacityRule.SUM, 3)) {
            windows.sample("a", 0, 1, 80);
            windows.closeHour(2);
            windows.sample("a", 3, 1, 80);
            windows.closeHour(500);
            assertThat(windows.demand()).hasSize(7);
        }
    }

    @Test
    void aWindowInTheFutureKeepsASilentMarketAlive() throws Exception {
        try (DemandWindowsHarness windows = DemandWindowsHarness.open(CapacityRule.SUM, 1)) {
            windows.sample("a", 0, 1, 80);
            windows.sample("a", 3, 2, 80);
            windows.closeHour(500);
            assertThat(windows.demand())
                    .extracting(Demand::used)
                    .containsExactly(1.0, Double.NaN, Double.NaN, 2.0, Double.NaN);
            assertThat(windows.flink.numKeyedStateEntries()).isZero();
        }
    }

    @Test
    void aForgottenMarketComesBackWithItsNextSample() throws Exception {
        try (DemandWindowsHarness windows = DemandWindowsHarness.open(CapacityRule.SUM, 1)) {
            windows.sample("a", 0, 1, 80);
            windows.closeHour(10);
            windows.sample("a", 20, 7, 30);
            windows.closeHour(20);
            assertThat(windows.demand())
                    .extracting(Demand::windowStartMillis)
                    .containsExactly(0L, HOUR, 20 * HOUR);
        }
    }

    @Test
    void marketsCloseOnTheirOwnPeriods() throws Exception {
        try (DemandWindowsHarness windows =
                DemandWindowsHarness.open(CapacityRule.SUM, NEVER_RETIRE)) {
            windows.sample("a", 0, 1, 80);
            windows.sample(new Usage("A100.USE1", "a", "", 0, 5, 8));
            windows.flink.processWatermark(21 * MINUTE);
            assertThat(windows.demand())
                    .extracting(Demand::market, Demand::windowEndMillis, Demand::samples)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("A100.USE1", 10 * MINUTE, 1L),
                            org.assertj.core.groups.Tuple.tuple("A100.USE1", 20 * MINUTE, 0L));
            windows.closeHour(0);
            assertThat(windows.demand())
                    .filteredOn(demand -> demand.market().equals(MARKET))
                    .containsExactly(
                            new Demand(MARKET, 0, HOUR, HOUR + LATENESS, 1, 80, 1, 1, 1, Map.of()));
        }
    }

    @Test
    void theEndOfTheLogsIsNoTimeAndClosesNothing() throws Exception {
        try (DemandWindowsHarness windows =
                DemandWindowsHarness.open(CapacityRule.SUM, NEVER_RETIRE)) {
            windows.sample("a", 0, 1, 80);
            windows.flink.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(windows.flink.getOutput()).containsExactly(Watermark.MAX_WATERMARK);
        }
    }
}
