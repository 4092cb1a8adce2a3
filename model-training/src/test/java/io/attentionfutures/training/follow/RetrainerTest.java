package io.attentionfutures.training.follow;

import static io.attentionfutures.training.TestData.bursts;
import static io.attentionfutures.training.TestData.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.release.Decision;
import io.attentionfutures.forecast.release.ModelTrial;
import io.attentionfutures.forecast.release.Verdict;
import io.attentionfutures.training.TrainingException;
import io.attentionfutures.training.TrainingSettings;
import io.attentionfutures.training.fit.EpochResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetrainerTest {

    private static final ModelTrial TRIAL = new ModelTrial(24, 7, 0);
    private final DemandSeries series = bursts("gpu", 700, 1);

    private static Retrainer retrainer(int epochs) {
        TrainingSettings settings = small(epochs).build();
        return new Retrainer(settings, 5, TRIAL);
    }

    @Test
    void withoutAModelOneIsTrainedOnAllButTheNewestDays() {
        ModelBundle trained =
                retrainer(4).train(Optional.empty(), List.of(series), epoch -> {}).orElseThrow();
        assertThat(trained.trainedThroughMillis("gpu"))
                .isEqualTo(series.endMillis() - 5 * 24 * series.periodMillis());
        Map<String, Verdict> verdicts =
                retrainer(4).evaluate(Optional.empty(), trained, List.of(series));
        assertThat(verdicts.get("gpu").origins()).isEqualTo(5 * 24 - 24 + 1);
        assertThat(verdicts.get("gpu").decision()).isNotEqualTo(Decision.PENDING);
    }

    @Test
    void aModelThatHasLearntLittleIsTunedOnFromItsOwnWeights() {
        ModelBundle weak =
                retrainer(1)
                        .train(Optional.empty(), List.of(series.slice(0, 450)), epoch -> {})
                        .orElseThrow();
        List<EpochResult> epochs = new ArrayList<>();
        ModelBundle tuned =
                retrainer(12).train(Optional.of(weak), List.of(series), epochs::add).orElseThrow();
        assertThat(epochs.get(0).epoch()).isZero();
        double best = epochs.stream().mapToDouble(EpochResult::validationLoss).min().orElseThrow();
        assertThat(best).isLessThan(epochs.get(0).validationLoss());
        assertThat(tuned.version()).isNotEqualTo(weak.version());
        assertThat(tuned.manifest().name()).isEqualTo(weak.manifest().name());
        assertThat(tuned.networks().get(0).manifest().hidden())
                .isEqualTo(weak.networks().get(0).manifest().hidden());
        assertThat(tuned.trainedThroughMillis("gpu"))
                .isEqualTo(series.endMillis() - 5 * 24 * series.periodMillis());
        Verdict verdict =
                retrainer(12).evaluate(Optional.of(weak), tuned, List.of(series)).get("gpu");
        assertThat(verdict.decision()).isEqualTo(Decision.ADOPTED);
        assertThat(verdict.championError()).isGreaterThan(verdict.challengerError());
    }

    @Test
    void withoutAnEpochThereIsNothingBetter() {
        ModelBundle model =
                retrainer(1).train(Optional.empty(), List.of(series), epoch -> {}).orElseThrow();
        assertThat(retrainer(0).train(Optional.of(model), List.of(series), epoch -> {})).isEmpty();
    }

    @Test
    void historiesThatAreTooShortAreNamed() {
        assertThatThrownBy(
                        () ->
                                retrainer(1)
                                        .train(
                                                Optional.empty(),
                                                List.of(series.slice(0, 100)),
                                                epoch -> {}))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("no history is longer than the 5 days");
        assertThatThrownBy(
                        () ->
                                retrainer(1)
                                        .train(
                                                Optional.empty(),
                                                List.of(series.slice(0, 200)),
                                                epoch -> {}))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("training needs at least");
    }

    @Test
    void tooLittleLeftOutIsRefused() {
        assertThatThrownBy(() -> new Retrainer(small(1).build(), 1, TRIAL))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("--leave-out 1");
    }
}
