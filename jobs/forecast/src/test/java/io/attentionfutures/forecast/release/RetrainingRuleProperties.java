package io.attentionfutures.forecast.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.DemandWindow;
import io.attentionfutures.forecast.TestSeries;
import io.attentionfutures.forecast.online.ForecastAccuracy;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RetrainingRuleProperties {

    private static final RetrainingRule RULE = new RetrainingRule(1.5, 1.2, 10);
    private static final DemandSeries LONG_ENOUGH = TestSeries.wave("a", 400, 1);

    private static boolean asks(ForecastAccuracy accuracy) {
        return RULE.ask(LONG_ENOUGH, accuracy, new MarketModels()).isPresent();
    }

    @Property
    void aMarketAsksExactlyIfAThresholdIsPassed(
            @ForAll @DoubleRange(min = 0, max = 100) double error,
            @ForAll @DoubleRange(min = 0, max = 100) double bestSimple,
            @ForAll @DoubleRange(min = 0, max = 5) double drift) {
        assertThat(asks(new ForecastAccuracy(error, bestSimple, drift)))
                .isEqualTo(drift > 1.5 || error > 1.2 * bestSimple);
    }

    @Property
    void twoRequestsAreAtLeastSoManyWindowsApart(
            @ForAll @Size(60) List<Boolean> bad, @ForAll @IntRange(min = 1, max = 30) int apart) {
        RetrainingRule rule = new RetrainingRule(1.5, 1.2, apart);
        MarketModels models = new MarketModels();
        DemandSeries series = LONG_ENOUGH;
        List<Integer> asked = new ArrayList<>();
        int waited = apart;
        for (int window = 0; window < bad.size(); window++) {
            boolean expected = bad.get(window) && waited >= apart;
            ForecastAccuracy accuracy = new ForecastAccuracy(1, 1, bad.get(window) ? 2 : 1);
            assertThat(rule.ask(series, accuracy, models).isPresent()).isEqualTo(expected);
            waited = expected ? 1 : waited + 1;
            if (expected) {
                asked.add(window);
            }
            series = series.append(DemandWindow.of(1, 1));
        }
        for (int i = 1; i < asked.size(); i++) {
            assertThat(asked.get(i) - asked.get(i - 1)).isGreaterThanOrEqualTo(apart);
        }
    }

    @Example
    void aHistoryTooShortForAModelAsksForNone() {
        ForecastAccuracy bad = new ForecastAccuracy(9, 1, 9);
        assertThat(RULE.ask(TestSeries.wave("a", 359, 1), bad, new MarketModels())).isEmpty();
        assertThat(RULE.ask(TestSeries.wave("a", 360, 1), bad, new MarketModels())).isPresent();
    }

    @Example
    void theReasonNamesWhatWasPassed() {
        RetrainingRule.Retraining drifted =
                RULE.ask(LONG_ENOUGH, new ForecastAccuracy(1, 1, 2.25), new MarketModels())
                        .orElseThrow();
        assertThat(drifted.threshold()).isEqualTo(1.5);
        assertThat(drifted.reason()).contains("2.25").contains("1.50");
        RetrainingRule.Retraining wrong =
                RULE.ask(LONG_ENOUGH, new ForecastAccuracy(30, 10, 1), new MarketModels())
                        .orElseThrow();
        assertThat(wrong.threshold()).isEqualTo(1.2);
        assertThat(wrong.reason()).contains("30").contains("10");
    }
}
