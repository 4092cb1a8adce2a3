package io.attentionfutures.local.trace;

import static io.attentionfutures.local.trace.Rows.HOUR;
import static io.attentionfutures.local.trace.Rows.MINUTE;
import static io.attentionfutures.local.trace.Rows.START;
import static io.attentionfutures.local.trace.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.telemetry.CapacityRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenantNeedsTest {
    private static final Trace TRACE =
            Trace.of(
                    "test",
                    List.of(
                            row(START, "M.R", "ada", 10, 40),
                            row(START, "M.R", "bea", 5, 40),
                            row(START + 30 * MINUTE, "M.R", "ada", 20, 50),
                            row(START + 60 * MINUTE, "M.R", "bea", 7, 90)));

    @Test
    void aTenantNeedsTheMeanOfItsRowsInThePeriod() {
        TenantNeeds needs = new TenantNeeds(TRACE, HOUR, CapacityRule.SUM);

        assertThat(needs.of("M.R", START))
                .containsOnlyKeys("ada", "bea")
                .containsEntry("ada", 15.0)
                .containsEntry("bea", 5.0);
        assertThat(needs.of("M.R", START + HOUR)).containsOnlyKeys("bea").containsEntry("bea", 7.0);
    }

    @Test
    void capacityFollowsTheRule() {
        TenantNeeds sum = new TenantNeeds(TRACE, HOUR, CapacityRule.SUM);
        TenantNeeds shared = new TenantNeeds(TRACE, HOUR, CapacityRule.SHARED);

        assertThat(sum.capacity("M.R", START)).isEqualTo(90);
        assertThat(shared.capacity("M.R", START)).isEqualTo(50);
        assertThat(sum.largestCapacity("M.R")).isEqualTo(90);
        assertThat(shared.largestCapacity("M.R")).isEqualTo(90);
    }

    @Test
    void whereTheTraceIsSilentNobodyNeedsAnything() {
        TenantNeeds needs = new TenantNeeds(TRACE, HOUR, CapacityRule.SUM);

        assertThat(needs.covers("M.R", START + HOUR)).isTrue();
        assertThat(needs.covers("M.R", START + 2 * HOUR)).isFalse();
        assertThat(needs.of("M.R", START + 2 * HOUR)).isEmpty();
        assertThat(needs.capacity("M.R", START + 2 * HOUR)).isZero();
    }

    @Test
    void shorterPeriodsAreTakenApart() {
        TenantNeeds needs = new TenantNeeds(TRACE, 30 * MINUTE, CapacityRule.SUM);

        assertThat(needs.of("M.R", START)).containsEntry("ada", 10.0);
        assertThat(needs.of("M.R", START + 30 * MINUTE))
                .containsOnlyKeys("ada")
                .containsEntry("ada", 20.0);
    }
}
