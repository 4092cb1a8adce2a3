package io.attentionfutures.training.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.training.Progress;
import io.attentionfutures.training.TestData;
import io.attentionfutures.training.Trainer;
import io.attentionfutures.training.Training;
import io.attentionfutures.training.TrainingLog;
import io.attentionfutures.training.TrainingPlan;
import io.attentionfutures.training.TrainingSettings;
import io.attentionfutures.training.search.TrialResult.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTest {

    @Test
    void trialsDependOnSeedAndNumberAlone() {
        TrainingSettings settings = TestData.tiny(4).trials(40).build();
        List<Trial> trials =
                IntStream.range(0, 40).mapToObj(i -> SearchSpace.trial(settings, i)).toList();
        assertThat(SearchSpace.trial(settings, 17)).isEqualTo(trials.get(17));
        assertThat(trials.subList(0, 2))
                .allSatisfy(t -> assertThat(t.parameters()).isEqualTo(settings.hyperParameters()));
        assertThat(trials).filteredOn(t -> t.network() == Architecture.GRU).hasSize(20);
        assertThat(trials.stream().map(Trial::parameters).distinct()).hasSize(39);
        assertThat(trials)
                .extracting(t -> t.parameters().augmentation())
                .anyMatch(a -> a == 0)
                .anyMatch(a -> a > 0.5);
    }

    @Test
    void badTrialsGetFewerEpochsAndTheBestIsKept() {
        TrainingSettings settings = TestData.tinyGru(4).folds(1).trials(6).build();
        Training training = train(settings, Progress.NONE);
        SearchOutcome outcome = training.search();
        assertThat(outcome.ended()).isEqualTo(SearchOutcome.ALL_TRIED);
        List<TrialResult> all = outcome.trials();
        assertThat(all).hasSize(6);
        // Of a bracket of four, two get a quarter of the epochs, one half of them and one all.
        assertThat(all.subList(0, 4)).filteredOn(t -> t.epochs() == 1).hasSize(2);
        assertThat(all.subList(0, 4)).filteredOn(t -> t.epochs() == 2).hasSize(1);
        assertThat(all.subList(0, 4)).filteredOn(t -> t.epochs() == 4).hasSize(1);
        assertThat(all)
                .allSatisfy(
                        t ->
                                assertThat(t.outcome() == Outcome.ABANDONED)
                                        .isEqualTo(t.epochs() < 4));
        assertThat(outcome.best(Architecture.GRU).error())
                .isEqualTo(all.stream().mapToDouble(TrialResult::error).min().orElseThrow());
    }

    @Test
    void aBudgetEndsTheSearchInTime() {
        TrainingSettings settings =
                TestData.tiny(400).folds(1).budget(Duration.ofSeconds(3)).build();
        AtomicReference<Progress.Standing> last = new AtomicReference<>();
        Training training = train(settings, (result, standing) -> last.set(standing));
        assertThat(training.search().ended()).isEqualTo(SearchOutcome.TIME_UP);
        assertThat(last.get().elapsedSeconds()).isLessThan(6);
        assertThat(training.bundle().networks()).hasSize(2);
    }

    @Test
    void timeLeftFallsToNothing() {
        AtomicReference<Progress.Standing> last = new AtomicReference<>();
        train(TestData.tiny(2).folds(1).build(), (result, standing) -> last.set(standing));
        assertThat(last.get().leftSeconds()).isZero();
        assertThat(last.get().shareDone()).isEqualTo(1);
        assertThat(last.get().trialsDone()).isEqualTo(2).isEqualTo(last.get().trialsPlanned());
    }

    private static Training train(TrainingSettings settings, Progress progress) {
        return Trainer.train(
                new TrainingPlan(List.of(TestData.bursts("gpu", 700, 1)), settings),
                TrainingLog.inMemory(),
                progress);
    }
}
