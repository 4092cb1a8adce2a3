package io.attentionfutures.training;

import static io.attentionfutures.training.TestData.bursts;
import static io.attentionfutures.training.TestData.small;
import static io.attentionfutures.training.TestData.tiny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.metrics.RollingEvaluation;
import io.attentionfutures.forecast.model.BundledNetwork;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.SeriesMetrics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainerTest {

    private final DemandSeries series = bursts("gpu", 700, 1);

    @Test
    void theSamePlanGivesTheSameBundleByteByByte() {
        TrainingPlan plan = new TrainingPlan(List.of(series), tiny(2).build());
        ModelBundle one = Trainer.train(plan, Progress.NONE);
        ModelBundle two = Trainer.train(plan, Progress.NONE);
        assertThat(one.toBytes()).isEqualTo(two.toBytes());
        assertThat(one.networks()).extracting(BundledNetwork::name).containsExactly("lstm", "gru");
        TrainingPlan other = new TrainingPlan(List.of(series), tiny(2).seed(43).build());
        ModelBundle three = Trainer.train(other, Progress.NONE);
        for (int i = 0; i < 2; i++) {
            assertThat(three.networks().get(i).parameters())
                    .isNotEqualTo(one.networks().get(i).parameters());
        }
    }

    @Test
    void trainingLearnsWhatTheSimpleForecastersCannotKnow() {
        List<Double> validation = new ArrayList<>();
        ModelBundle bundle =
                Trainer.train(
                        new TrainingPlan(List.of(series), small(16).build()),
                        (result, standing) -> validation.add(result.validationLoss()));
        double best = validation.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        assertThat(best).isLessThan(0.9 * validation.get(0));
        assertThat(bundle.networks().get(0).manifest().epochs()).isPositive();
        List<SeriesMetrics> metrics = bundle.manifest().metrics();
        assertThat(metrics)
                .extracting(SeriesMetrics::forecaster)
                .contains("lstm", RollingEvaluation.COMBINATION)
                .startsWith("naive", "snaive24", "snaive168", "mean7d");
        double network = mae(metrics, "lstm");
        assertThat(metrics.subList(0, 4))
                .allSatisfy(simple -> assertThat(network).isLessThan(simple.mae()));
    }

    private static double mae(List<SeriesMetrics> metrics, String forecaster) {
        return metrics.stream()
                .filter(m -> m.forecaster().equals(forecaster))
                .findFirst()
                .orElseThrow()
                .mae();
    }

    @Test
    void theModelSpeaksOnlyOfTimesAfterItsTraining() {
        ModelBundle bundle =
                Trainer.train(new TrainingPlan(List.of(series), small(1).build()), Progress.NONE);
        assertThat(bundle.trainedThroughMillis("gpu")).isEqualTo(series.slice(0, 560).endMillis());
    }

    @Test
    void whatIsHeldOutDoesNotReachTheModel() {
        double[] used = series.used();
        for (int i = 560; i < used.length; i++) {
            used[i] = 7777;
        }
        DemandSeries changed =
                new DemandSeries("gpu", TestData.HOUR, series.endMillis(), used, 100);
        TrainingSettings settings = tiny(1).heldOutShare(0.2).build();
        ModelBundle one = Trainer.train(new TrainingPlan(List.of(series), settings), Progress.NONE);
        ModelBundle two =
                Trainer.train(new TrainingPlan(List.of(changed), settings), Progress.NONE);
        for (int i = 0; i < 2; i++) {
            assertThat(two.networks().get(i).onnx()).isEqualTo(one.networks().get(i).onnx());
        }
    }

    @Test
    void aFitEndsWhenValidationNoLongerImproves() {
        List<Integer> epochs = new ArrayList<>();
        TrainingSettings settings =
                small(200)
                        .heldOutShare(0)
                        .hyperParameters(new HyperParameters(4, 64, 0.9, 0, 0))
                        .patience(2)
                        .maximumWindowEpochs(200 * 60)
                        .build();
        ModelBundle bundle =
                Trainer.train(
                        new TrainingPlan(List.of(series), settings),
                        (result, standing) -> epochs.add(result.epoch()));
        int best = bundle.networks().get(0).manifest().epochs();
        assertThat(epochs).hasSize(best + 3).hasSizeLessThan(100);
    }

    @Test
    void plansThatCannotBeDoneAreRefused() {
        DemandSeries brief = bursts("gpu", 300, 1);
        TrainingSettings settings = small(1).build();
        assertThatThrownBy(
                        () ->
                                Trainer.train(
                                        new TrainingPlan(List.of(brief), settings), Progress.NONE))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("the longest history has 300 windows");
        assertThatThrownBy(() -> new TrainingPlan(List.of(), settings))
                .hasMessageContaining("no series");
        assertThatThrownBy(() -> new TrainingPlan(List.of(brief, brief), settings))
                .hasMessageContaining("same market");
        DemandSeries minutes = new DemandSeries("m", 600_000, 0, new double[9], 1);
        assertThatThrownBy(() -> new TrainingPlan(List.of(brief, minutes), settings))
                .hasMessageContaining("different lengths");
        assertThatThrownBy(() -> settings.hyperParameters().withHidden(0))
                .hasMessageContaining("hidden width 0");
        assertThatThrownBy(() -> small(1).folds(99).build()).hasMessageContaining("folds 99");
    }
}
