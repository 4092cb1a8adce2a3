package io.attentionfutures.forecast.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.ForecastEngine;
import io.attentionfutures.forecast.TestSeries;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RollingEvaluationTest {

    @Test
    void theErrorsOfAStraightLineAreKnown() {
        double[] used = new double[300];
        for (int i = 0; i < used.length; i++) {
            used[i] = i;
        }
        RollingEvaluation test = RollingEvaluation.from(TestSeries.of("a", used), 240);
        assertThat(test.origins()).isEqualTo(37);
        Map<String, ForecastErrors> errors = run(test);
        ForecastErrors naive = errors.get("naive");
        assertThat(naive.count()).isEqualTo(37 * 24);
        assertThat(naive.mae()).isEqualTo(12.5);
        assertThat(naive.rmse()).isCloseTo(Math.sqrt(4900 / 24.0), within(1e-9));
        assertThat(naive.mase()).isCloseTo(12.5 / 24, within(1e-12));
        assertThat(naive.wape()).isCloseTo(12.5 / 269.5, within(1e-12));
        assertThat(errors.get("snaive24").mae()).isEqualTo(24);
        assertThat(test.models()).endsWith(RollingEvaluation.COMBINATION);
    }

    @Test
    void windowsWithoutSamplesAreFilledForward() {
        double[] used = TestSeries.constant(300, 5);
        used[260] = Double.NaN;
        Map<String, ForecastErrors> errors =
                run(RollingEvaluation.from(TestSeries.of("a", used), 240));
        assertThat(errors.get("naive").mae()).isZero();
        assertThat(errors.get("naive").mase()).isZero();
        assertThat(errors.get("naive").count()).isEqualTo(37 * 24);
        assertThat(errors.get("combination").mae()).isLessThan(1e-9);
    }

    @Test
    void aShorterHorizonMeasuresTheNearestWindowsOnly() {
        DemandSeries series = TestSeries.wave("a", 300, 1);
        RollingEvaluation test = new RollingEvaluation(series, 240, 300, 1);
        assertThat(test.origins()).isEqualTo(60);
        assertThat(run(test).get("naive").count()).isEqualTo(60);
    }

    @Test
    void theCombinationIsBetterThanTheBestSimpleMethodOnAWave() {
        Map<String, ForecastErrors> errors =
                run(RollingEvaluation.from(TestSeries.wave("a", 1000, 4), 800));
        double best = Math.min(errors.get("mean7d").mae(), errors.get("snaive168").mae());
        assertThat(errors.get("combination").mae()).isLessThan(best);
        assertThat(errors.get("combination").coverage90()).isBetween(0.85, 0.95);
    }

    @Test
    void whatComesAfterTheOriginChangesNothing() {
        DemandSeries series = TestSeries.wave("a", 300, 5);
        double[] changed = series.used();
        for (int i = 241; i < changed.length; i++) {
            changed[i] += 1000;
        }
        assertThat(firstForecast(series)).isEqualTo(firstForecast(TestSeries.of("a", changed)));
    }

    private static double[] firstForecast(DemandSeries series) {
        double[][] first = new double[1][];
        try (ForecastEngine engine = new ForecastEngine()) {
            RollingEvaluation.from(series, 240)
                    .run(
                            engine,
                            (done, all) -> {},
                            (origin, model, points, quantiles) -> {
                                if (origin == 240 && model.equals("combination")) {
                                    first[0] = points;
                                }
                            });
        }
        return first[0];
    }

    @Test
    void aSeriesThatIsTooShortIsRefused() {
        assertThatThrownBy(() -> RollingEvaluation.from(TestSeries.wave("a", 60, 1), 48))
                .hasMessageContaining("too few");
    }

    private static Map<String, ForecastErrors> run(RollingEvaluation test) {
        try (ForecastEngine engine = new ForecastEngine()) {
            return test.run(engine, (done, all) -> {}, (origin, model, points, quantiles) -> {});
        }
    }
}
