package io.attentionfutures.local.trace;

import static io.attentionfutures.local.trace.Rows.DAY;
import static io.attentionfutures.local.trace.Rows.HOUR;
import static io.attentionfutures.local.trace.Rows.MINUTE;
import static io.attentionfutures.local.trace.Rows.START;
import static io.attentionfutures.local.trace.Rows.every;
import static io.attentionfutures.local.trace.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.forecast.telemetry.CapacityRule;
import io.attentionfutures.forecast.telemetry.TelemetryFormatException;
import io.attentionfutures.forecast.telemetry.TelemetrySample;
import io.attentionfutures.local.SmallTrace;
import io.attentionfutures.local.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10, 15, 60})
    void aRowIsKnownAtTheEndOfItsStep(int minutes) {
        Trace trace = every(minutes * MINUTE, 4);

        assertThat(trace.knownAtMillis(trace.rows().get(0))).isEqualTo(START + minutes * MINUTE);
        assertThat(trace.endMillis()).isEqualTo(START + 4 * minutes * MINUTE);
    }

    @Test
    void aStepIsAnHourAtMost() {
        assertThat(every(DAY, 3).endMillis()).isEqualTo(START + 2 * DAY + HOUR);
        assertThat(every(MINUTE, 1).endMillis()).isEqualTo(START + HOUR);
    }

    @Test
    void theStepIsTheSmallestOfItsMarketAlone() {
        Trace trace =
                Trace.of(
                        "test",
                        List.of(
                                row(START, "A.R", "ada", 1, 1),
                                row(START, "A.R", "bea", 1, 1),
                                row(START, "B.R", "ada", 1, 1),
                                row(START + 10 * MINUTE, "B.R", "ada", 1, 1),
                                row(START + 30 * MINUTE, "A.R", "ada", 1, 1),
                                row(START + 75 * MINUTE, "A.R", "bea", 1, 1)));

        assertThat(trace.knownAtMillis(trace.rows().get(0))).isEqualTo(START + 30 * MINUTE);
        assertThat(trace.knownAtMillis(trace.rows().get(2))).isEqualTo(START + 10 * MINUTE);
        assertThat(trace.endMillis()).isEqualTo(START + 105 * MINUTE);
        assertThat(trace.markets()).containsExactly("A.R", "B.R");
        assertThat(trace.tenants("A.R")).containsExactly("ada", "bea");
    }

    @Test
    void shiftingMovesTimesAndNothingElse() {
        Trace trace = every(HOUR, 3);

        Trace moved = trace.shifted(-7 * DAY);

        assertThat(moved.startMillis()).isEqualTo(START - 7 * DAY);
        assertThat(moved.endMillis()).isEqualTo(trace.endMillis() - 7 * DAY);
        assertThat(moved.rows()).extracting(TelemetrySample::used).containsExactly(0.0, 1.0, 2.0);
        assertThat(moved.hash()).isNotEqualTo(trace.hash());
        assertThat(moved.shifted(7 * DAY).hash()).isEqualTo(trace.hash());
    }

    @Test
    void theLastWeekIsRepeatedWhereThereIsOne() {
        Trace trace = every(HOUR, 10 * 24);

        Trace longer = trace.repeatedUntil(trace.endMillis() + 8 * DAY);

        assertThat(longer.rows())
                .hasSize(10 * 24 + 14 * 24)
                .startsWith(trace.rows().toArray(TelemetrySample[]::new));
        for (int i = 10 * 24; i < longer.rows().size(); i++) {
            assertThat(longer.rows().get(i).timeMillis()).isEqualTo(START + i * HOUR);
            assertThat(longer.rows().get(i).used()).isEqualTo(longer.rows().get(i - 168).used());
        }
    }

    @Test
    void lessThanAWeekIsRepeatedByWholeDays() {
        Trace trace = every(HOUR, 60);

        Trace longer = trace.repeatedUntil(trace.endMillis() + DAY);

        assertThat(longer.endMillis()).isEqualTo(trace.endMillis() + 2 * DAY);
        assertThat(longer.rows().get(60).used()).isEqualTo(12.0);
        assertThat(longer.rows().get(60).timeMillis()).isEqualTo(START + 60 * HOUR);
    }

    @Test
    void nothingIsRepeatedUntilATimeThatTheTraceReaches() {
        Trace trace = every(HOUR, 60);

        assertThat(trace.repeatedUntil(trace.endMillis()).hash()).isEqualTo(trace.hash());
        assertThat(trace.repeatedUntil(START).hash()).isEqualTo(trace.hash());
    }

    @Test
    void capacityIsSharedWhereAllRowsOfATimeAgree() {
        assertThat(rule(60, 60, 80, 80)).isEqualTo(CapacityRule.SHARED);
        assertThat(rule(60, 61, 60, 60)).isEqualTo(CapacityRule.SUM);
        assertThat(rule(60, 60, 60, 61)).isEqualTo(CapacityRule.SUM);
    }

    private static CapacityRule rule(double... capacities) {
        return Trace.of(
                        "test",
                        List.of(
                                row(START, "M.R", "ada", 1, capacities[0]),
                                row(START, "M.R", "bea", 1, capacities[1]),
                                row(START + HOUR, "M.R", "ada", 1, capacities[2]),
                                row(START + HOUR, "M.R", "bea", 1, capacities[3])))
                .suggestedCapacityRule();
    }

    @Test
    void theHashTellsAnyTwoTracesApart() {
        String hash = Trace.of("a", List.of(row(START, "M.R", "ada", 1, 2))).hash();

        assertThat(Trace.of("b", List.of(row(START, "M.R", "ada", 1, 2))).hash()).isEqualTo(hash);
        assertThat(
                        List.of(
                                row(START + 1, "M.R", "ada", 1, 2),
                                row(START, "M.S", "ada", 1, 2),
                                row(START, "M.R", "bea", 1, 2),
                                row(START, "M.R", "ada", 1.0001, 2),
                                row(START, "M.R", "ada", 1, 3)))
                .extracting(other -> Trace.of("a", List.of(other)).hash())
                .doesNotContain(hash)
                .doesNotHaveDuplicates();
    }

    @Test
    void theMiddleIsHalfWay() {
        assertThat(every(HOUR, 48).middleMillis()).isEqualTo(START + DAY);
    }

    @Test
    void filesAreMergedByTime(@TempDir Path folder) throws Exception {
        Path first = SmallTrace.write(folder.resolve("first.csv"), 4);
        Path second = SmallTrace.write(folder.resolve("second.csv"), 2);

        Trace trace = Trace.read(List.of(first, second));

        assertThat(trace.rows()).hasSize(24);
        assertThat(trace.rows()).extracting(TelemetrySample::timeMillis).isSorted();
        assertThat(trace.label()).isEqualTo(first + ", " + second);
    }

    @Test
    void whatCannotBeReadIsNamed(@TempDir Path folder) throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong.csv"), "time,used\n1,2\n");

        assertThatThrownBy(() -> Trace.read(List.of(folder.resolve("none.csv"))))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "cannot read " + folder.resolve("none.csv") + ": there is no such file");
        assertThatThrownBy(() -> Trace.read(List.of(folder)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is a directory");
        assertThatThrownBy(() -> Trace.read(List.of(wrong)))
                .isInstanceOf(TelemetryFormatException.class)
                .hasMessageStartingWith(wrong + ":1: ");
        assertThatThrownBy(() -> Trace.of("nothing", List.of()))
                .isInstanceOf(UserError.class)
                .hasMessage("nothing has no rows");
    }
}
