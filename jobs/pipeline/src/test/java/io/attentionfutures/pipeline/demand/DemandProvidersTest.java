package io.attentionfutures.pipeline.demand;

import static io.attentionfutures.pipeline.demand.DemandWindowsHarness.HOUR;
import static io.attentionfutures.pipeline.demand.DemandWindowsHarness.LATENESS;
import static io.attentionfutures.pipeline.demand.DemandWindowsHarness.MARKET;
import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.telemetry.CapacityRule;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemandProvidersTest {
    private static final int NEVER_RETIRE = 1000;

    @ParameterizedTest
    @EnumSource
    void whatProvidersHaveOnlineIsAveragedAndIsNoDemand(CapacityRule rule) throws Exception {
        try (DemandWindowsHarness windows = DemandWindowsHarness.open(rule, NEVER_RETIRE)) {
            windows.sample("team", 0, 10, 100);
            windows.online("dc-2", 0, 500);
            windows.online("dc-1", 0, 64);
            windows.online("dc-1", 0, 32);
            windows.online("dc-1", 0, 0);
            windows.closeHour(0);
            assertThat(windows.demand())
                    .containsExactly(
                            new Demand(
                                    MARKET,
                                    0,
                                    HOUR,
                                    HOUR + LATENESS,
                                    10,
                                    100,
                                    1,
                                    1,
                                    1,
                                    Map.of("dc-1", 32.0, "dc-2", 500.0)));
        }
    }

    @Test
    void aProviderAndATenantOfTheSameNameAreTwo() throws Exception {
        try (DemandWindowsHarness windows =
                DemandWindowsHarness.open(CapacityRule.SUM, NEVER_RETIRE)) {
            windows.sample("a", 0, 10, 100);
            windows.online("a", 0, 7);
            windows.closeHour(0);
            assertThat(windows.demand())
                    .singleElement()
                    .satisfies(
                            demand -> {
                                assertThat(demand.used()).isEqualTo(10);
                                assertThat(demand.capacity()).isEqualTo(100);
                                assertThat(demand.providers()).isEqualTo(Map.of("a", 7.0));
                            });
        }
    }

    @Test
    void aWindowThatOnlyProvidersReportedInHasNoDemand() throws Exception {
        try (DemandWindowsHarness windows =
                DemandWindowsHarness.open(CapacityRule.SUM, NEVER_RETIRE)) {
            windows.sample("team", 0, 10, 80);
            windows.online("dc-1", 1, 64);
            windows.closeHour(1);
            assertThat(windows.demand().get(1))
                    .isEqualTo(
                            new Demand(
                                    MARKET,
                                    HOUR,
                                    2 * HOUR,
                                    2 * HOUR + LATENESS,
                                    Double.NaN,
                                    80,
                                    0,
                                    Double.NaN,
                                    0,
                                    Map.of("dc-1", 64.0)));
        }
    }

    @Test
    void aProviderThatFallsSilentIsNotInTheNextWindow() throws Exception {
        try (DemandWindowsHarness windows =
                DemandWindowsHarness.open(CapacityRule.SUM, NEVER_RETIRE)) {
            windows.online("dc-1", 0, 64);
            windows.closeHour(1);
            assertThat(windows.demand())
                    .extracting(Demand::providers)
                    .containsExactly(Map.of("dc-1", 64.0), Map.of());
        }
    }

    @Test
    void aMarketIsForgottenWhenItsProvidersFallSilentToo() throws Exception {
        try (DemandWindowsHarness windows = DemandWindowsHarness.open(CapacityRule.SUM, 2)) {
            windows.sample("team", 0, 1, 80);
            windows.online("dc-1", 1, 64);
            windows.online("dc-1", 4, 64);
            windows.closeHour(500);
            assertThat(windows.demand())
                    .extracting(Demand::windowStartMillis)
                    .containsExactly(0L, HOUR, 2 * HOUR, 3 * HOUR, 4 * HOUR, 5 * HOUR, 6 * HOUR);
            assertThat(windows.flink.numKeyedStateEntries()).isZero();
            assertThat(windows.flink.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void aRestartInTheMiddleOfAWindowChangesNothing() throws Exception {
        OperatorSubtaskState state;
        try (DemandWindowsHarness windows =
                DemandWindowsHarness.open(CapacityRule.SUM, NEVER_RETIRE)) {
            windows.online("dc-1", 0, 10);
            windows.online("dc-1", 0, 20);
            state = windows.flink.snapshot(1, 1);
        }
        try (DemandWindowsHarness windows = DemandWindowsHarness.restore(state, NEVER_RETIRE)) {
            windows.online("dc-1", 0, 60);
            windows.closeHour(0);
            List<Demand> demand = windows.demand();
            assertThat(demand).extracting(Demand::providers).containsExactly(Map.of("dc-1", 30.0));
        }
    }
}
