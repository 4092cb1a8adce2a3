package io.attentionfutures.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.ForecastEngine;
import io.attentionfutures.forecast.model.MarketModel;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.SeriesMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrainerTest {

    private static final long HOUR = 3_600_000L;

    private final DemandSeries series = bursts("gpu", 700, 1);

    @Test
    void theSamePlanGivesTheSameBundleByteByByte() {
        ModelBundle one = Trainer.train(plan(List.of(series), 3), Progress.NONE);
        ModelBundle two = Trainer.train(plan(List.of(series), 3), Progress.NONE);
        assertThat(one.toBytes()).isEqualTo(two.toBytes());
        ModelBundle other = Trainer.train(plan(List.of(series), 3).with(8, 3, 43), Progress.NONE);
        assertThat(weights(other)).isNotEqualTo(weights(one));
    }

    @Test
    void trainingLearnsWhatTheSimpleForecastersCannotKnow() {
        List<Double> validation = new ArrayList<>();
        ModelBundle bundle =
                Trainer.train(
                        plan(List.of(series), 16),
                        (epoch, epochs, loss, error) -> validation.add(error));
        double best = validation.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        assertThat(best).isLessThan(0.9 * validation.get(0));
        assertThat(bundle.manifest().networks().get(0).epochs()).isPositive();
        assertThat(bundle.market("gpu").networkShare()).isPositive();
        List<SeriesMetrics> metrics = bundle.manifest().metrics();
        assertThat(metrics).hasSize(5);
        assertThat(metrics.get(0).forecaster()).isEqualTo(Evaluation.MODEL);
        assertThat(metrics.subList(1, 5))
                .allSatisfy(simple -> assertThat(metrics.get(0).mae()).isLessThan(simple.mae()));
    }

    @Test
    void theModelSpeaksOnlyOfTimesAfterItsTraining() {
        ModelBundle bundle = Trainer.train(plan(List.of(series), 1), Progress.NONE);
        int end = 560;
        assertThat(bundle.trainedThroughMillis("gpu")).isEqualTo(series.slice(0, end).endMillis());
        try (ForecastEngine engine = new ForecastEngine(Optional.of(bundle))) {
            DemandForecast before = engine.forecast(List.of(series.slice(0, end - 1))).get(0);
            DemandForecast after = engine.forecast(List.of(series.slice(0, end))).get(0);
            assertThat(before.fallback()).isTrue();
            assertThat(after.fallback()).isFalse();
        }
    }

    @Test
    void whatIsHeldOutDoesNotReachTheModel() {
        double[] used = series.used();
        for (int i = 560; i < used.length; i++) {
            used[i] = 7777;
        }
        DemandSeries changed = new DemandSeries("gpu", HOUR, series.endMillis(), used, 100);
        ModelBundle one = Trainer.train(plan(List.of(series), 2), Progress.NONE);
        ModelBundle two = Trainer.train(plan(List.of(changed), 2), Progress.NONE);
        assertThat(weights(two)).isEqualTo(weights(one));
        MarketModel market = two.market("gpu");
        assertThat(market.deviation()).isEqualTo(one.market("gpu").deviation());
        assertThat(market.errors()).isDeepEqualTo(one.market("gpu").errors());
    }

    @Test
    void theWorkIsBounded() {
        TrainingPlan plan = plan(List.of(series, bursts("cpu", 2000, 2)), 4);
        TrainingSet set = TrainingSet.of(plan);
        assertThat(set.training().size() * 4L).isLessThanOrEqualTo(plan.maximumWindowEpochs());
        assertThat(set.training()).hasSizeGreaterThan(60);
        assertThat(set.trainedThroughMillis()).containsOnlyKeys("cpu", "gpu");
    }

    @Test
    void plansThatCannotBeDoneAreRefused() {
        DemandSeries brief = bursts("gpu", 300, 1);
        assertThatThrownBy(() -> Trainer.train(plan(List.of(brief), 1), Progress.NONE))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("the longest history has 300 windows");
        assertThatThrownBy(() -> TrainingPlan.quick(List.of())).hasMessageContaining("no series");
        assertThatThrownBy(() -> TrainingPlan.quick(List.of(brief, brief)))
                .hasMessageContaining("same market");
        DemandSeries minutes = new DemandSeries("m", 600_000, 0, new double[9], 1);
        assertThatThrownBy(() -> TrainingPlan.quick(List.of(brief, minutes)))
                .hasMessageContaining("different lengths");
        assertThatThrownBy(() -> TrainingPlan.quick(List.of(brief)).with(0, 1, 1))
                .hasMessageContaining("hidden width 0");
    }

    private static float[] weights(ModelBundle bundle) {
        return bundle.networks().get(0).parameters();
    }

    private static TrainingPlan plan(List<DemandSeries> series, int epochs) {
        return new TrainingPlan(series, 0.2, 8, epochs, 8, 32, 1e-2, 0, 120L * epochs, 60, 42);
    }

    /** Decays from a burst at a random hour: how far the decay has come tells what follows. */
    private static DemandSeries bursts(String market, int windows, long seed) {
        Random random = new Random(seed);
        double[] used = new double[windows];
        double level = 10;
        for (int i = 0; i < windows; i++) {
            level = random.nextInt(30) == 0 ? 100 : Math.max(10, 0.85 * level);
            used[i] = level;
        }
        return new DemandSeries(market, HOUR, 480_000 * HOUR, used, 100);
    }
}
