package io.attentionfutures.local.trace;

import static io.attentionfutures.local.trace.Rows.DAY;
import static io.attentionfutures.local.trace.Rows.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.telemetry.CapacityRule;
import io.attentionfutures.forecast.telemetry.TelemetrySample;
import java.time.Duration;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

class SyntheticTraceTest {
    private static final Trace TRACE = SyntheticTrace.make(START, Duration.ofDays(14), 1);

    @Test
    void theSameSeedMakesTheSameTrace() {
        assertThat(SyntheticTrace.make(START, Duration.ofDays(14), 1).hash())
                .isEqualTo(TRACE.hash());
        assertThat(SyntheticTrace.make(START, Duration.ofDays(14), 2).hash())
                .isNotEqualTo(TRACE.hash());
    }

    @Test
    void everyTeamOfEveryMarketHasARowEachQuarterOfAnHour() {
        assertThat(TRACE.rows()).hasSize(14 * 96 * 2 * 6);
        assertThat(TRACE.rows()).extracting(TelemetrySample::timeMillis).isSorted();
        assertThat(TRACE.endMillis()).isEqualTo(START + 14 * DAY);
        assertThat(TRACE.markets()).containsExactly("H100.EUW1", "L4.EUW1");
        assertThat(TRACE.suggestedCapacityRule()).isEqualTo(CapacityRule.SUM);
    }

    @Test
    void theAfternoonWantsMoreThanTheNight() {
        double afternoon = meanUse(time -> Math.floorMod(time, DAY) / 3_600_000 == 14);
        double night = meanUse(time -> Math.floorMod(time, DAY) / 3_600_000 == 3);

        assertThat(afternoon).isGreaterThan(1.5 * night);
    }

    @Test
    void theWeekendWantsLessThanTheWeek() {
        double week = meanUse(time -> (time - START) / DAY % 7 < 5);
        double weekend = meanUse(time -> (time - START) / DAY % 7 >= 5);

        assertThat(weekend).isLessThan(0.9 * week);
    }

    private static double meanUse(LongPredicate times) {
        return TRACE.rows().stream()
                .filter(row -> times.test(row.timeMillis()))
                .mapToDouble(TelemetrySample::used)
                .average()
                .orElseThrow();
    }
}
