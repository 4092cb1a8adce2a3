package io.attentionfutures.pipeline.demand;

import static io.attentionfutures.pipeline.demand.DemandWindowsHarness.HOUR;
import static io.attentionfutures.pipeline.demand.DemandWindowsHarness.MARKET;
import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.telemetry.CapacityRule;
import io.attentionfutures.forecast.telemetry.DemandAggregator;
import io.attentionfutures.forecast.telemetry.TelemetrySample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What demand windows must not depend on: the order of samples, and restarts. */
class DemandWindowsOrderTest {
    private static final int HOURS = 5;
    private static final int RETIRE_AFTER = 100;

    private static List<Usage> samples() {
        Random random = new Random(7);
        List<Usage> samples = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            if (i % 5 == 0) {
                samples.add(
                        new Usage(
                                MARKET,
                                "",
                                "dc-" + random.nextInt(2),
                                random.nextInt(HOURS) * HOUR,
                                0,
                                random.nextDouble() * 1e3));
            }
            samples.add(
                    new Usage(
                            MARKET,
                            "tenant-" + random.nextInt(4),
                            "",
                            random.nextInt(HOURS) * HOUR,
                            random.nextDouble() * 1e3,
                            100));
        }
        return samples;
    }

    private static List<Demand> totals(List<Usage> samples) throws Exception {
        try (DemandWindowsHarness windows =
                DemandWindowsHarness.open(CapacityRule.SUM, RETIRE_AFTER)) {
            for (Usage sample : samples) {
                windows.sample(sample);
            }
            windows.closeHour(HOURS - 1);
            return windows.demand();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfSamplesDoesNotMatter(long seed) throws Exception {
        List<Usage> shuffled = samples();
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(totals(shuffled)).isEqualTo(totals(samples()));
    }

    @Test
    void theTotalsAreThoseThatModelsAreTrainedOn() throws Exception {
        DemandAggregator training = new DemandAggregator(HOUR, CapacityRule.SUM);
        for (Usage sample : samples()) {
            if (sample.ofProvider()) {
                continue;
            }
            training.add(
                    new TelemetrySample(
                            1,
                            sample.windowStartMillis(),
                            sample.market(),
                            sample.tenant(),
                            sample.used(),
                            sample.capacity()));
        }
        DemandSeries series = training.series().get(0);
        assertThat(totals(samples()).stream().mapToDouble(Demand::used).toArray())
                .containsExactly(series.used());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 120, 199})
    void aRestartInTheMiddleOfAWindowChangesNothing(int samplesBefore) throws Exception {
        List<Usage> samples = samples();
        List<Demand> demand = new ArrayList<>();
        OperatorSubtaskState state;
        try (DemandWindowsHarness windows =
                DemandWindowsHarness.open(CapacityRule.SUM, RETIRE_AFTER)) {
            for (Usage sample : samples.subList(0, samplesBefore)) {
                windows.sample(sample);
            }
            state = windows.flink.snapshot(1, 1);
            demand.addAll(windows.demand());
        }
        try (DemandWindowsHarness windows = DemandWindowsHarness.restore(state, RETIRE_AFTER)) {
            for (Usage sample : samples.subList(samplesBefore, samples.size())) {
                windows.sample(sample);
            }
            windows.closeHour(HOURS - 1);
            demand.addAll(windows.demand());
        }
        assertThat(demand).isEqualTo(totals(samples));
    }

    @Test
    void aRestartBetweenSilentWindowsChangesNothing() throws Exception {
        OperatorSubtaskState state;
        try (DemandWindowsHarness windows = DemandWindowsHarness.open(CapacityRule.SUM, 3)) {
            windows.sample("a", 0, 1, 80);
            windows.closeHour(1);
            state = windows.flink.snapshot(1, 1);
        }
        try (DemandWindowsHarness windows = DemandWindowsHarness.restore(state, 3)) {
            windows.closeHour(100);
            assertThat(windows.demand())
                    .extracting(Demand::windowStartMillis)
                    .containsExactly(2 * HOUR, 3 * HOUR);
            assertThat(windows.demand()).allMatch(demand -> demand.capacity() == 80);
            assertThat(windows.flink.numKeyedStateEntries()).isZero();
            assertThat(windows.flink.numEventTimeTimers()).isZero();
        }
    }
}
