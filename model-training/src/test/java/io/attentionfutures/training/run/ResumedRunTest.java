package io.attentionfutures.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.telemetry.CapacityRule;
import io.attentionfutures.training.Progress;
import io.attentionfutures.training.TestData;
import io.attentionfutures.training.TrainingException;
import io.attentionfutures.training.TrainingPlan;
import io.attentionfutures.training.TrainingSettings;
import io.attentionfutures.training.fit.EpochResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumedRunTest {

    private static final class Kill extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @TempDir private Path runs;

    private final DemandSeries series = TestData.bursts("gpu", 700, 1);

    @Test
    void aRunThatIsStoppedAgainAndAgainEndsWithTheSameBundle() throws IOException {
        TrainingPlan plan = plan(TestData.tiny(2).heldOutShare(0.2).build());
        RunFolder undisturbed = run(plan, "undisturbed", Progress.NONE);
        long epochs = undisturbed.epochs().read().size();

        RunFolder stopped = RunFolder.create(runs, "stopped");
        int stops = 0;
        while (stopAfter(stopped, plan, 3)) {
            stops++;
            Files.writeString(
                    stopped.path().resolve("epochs.jsonl"),
                    "{\"trial\":0,\"fold\":0,\"netw",
                    StandardOpenOption.APPEND);
        }
        assertThat(stops).isGreaterThan(3);
        assertThat(stopped.bundle()).hasSameBinaryContentAs(undisturbed.bundle());
        assertThat(stopped.epochs().read()).hasSize((int) epochs).doesNotHaveDuplicates();
        assertThat(losses(stopped)).containsExactlyInAnyOrderElementsOf(losses(undisturbed));
        assertThat(stopped.record().state()).isEqualTo(RunState.DONE);
        assertThat(stopped.report()).isNotEmptyFile();
        assertThat(names(stopped))
                .containsExactlyInAnyOrder(
                        ".lock",
                        "bundle.zip",
                        "epochs.jsonl",
                        "metrics.json",
                        "report.html",
                        "run.json",
                        "trials.json");
    }

    @Test
    void aSearchThatIsStoppedMakesTheSameDecisions() throws IOException {
        TrainingPlan plan = plan(TestData.tinyGru(4).patience(2).trials(6).build());
        RunFolder undisturbed = run(plan, "undisturbed", Progress.NONE);
        RunFolder stopped = RunFolder.create(runs, "stopped");
        while (stopAfter(stopped, plan, 15)) {
            assertThat(stopped.record().state()).isEqualTo(RunState.FAILED);
        }
        assertThat(stopped.bundle()).hasSameBinaryContentAs(undisturbed.bundle());
        RunMetrics metrics = RunFiles.readJson(stopped.metrics(), RunMetrics.class);
        assertThat(metrics.trials()).isEqualTo(6);
    }

    @Test
    void aFolderWhoseProcessDiedIsInterruptedAndOneInWorkIsLeftAlone() {
        TrainingPlan plan = plan(TestData.tiny(1).build());
        RunFolder folder = RunFolder.create(runs, "run");
        folder.write(record(folder, plan));
        assertThat(folder.record().state()).isEqualTo(RunState.INTERRUPTED);
        Optional<RunFolder.Lock> lock = folder.lock();
        assertThat(folder.record().state()).isEqualTo(RunState.RUNNING);
        assertThatThrownBy(
                        () ->
                                RecordedTraining.run(
                                        folder, record(folder, plan), plan, Progress.NONE))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("another process works on run run");
        lock.orElseThrow().close();
    }

    @Test
    void aCorruptCheckpointIsToldAndNotTrainedOn() throws IOException {
        TrainingPlan plan = plan(TestData.tiny(2).build());
        RunFolder folder = RunFolder.create(runs, "run");
        assertThat(stopAfter(folder, plan, 2)).isTrue();
        Path checkpoint;
        try (Stream<Path> files = Files.list(folder.path().resolve("checkpoints"))) {
            checkpoint = files.sorted().findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(checkpoint);
        bytes[bytes.length / 2] ^= 1;
        Files.write(checkpoint, bytes);
        assertThatThrownBy(
                        () ->
                                RecordedTraining.run(
                                        folder, record(folder, plan), plan, Progress.NONE))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining(checkpoint.getFileName() + ": is corrupt");
    }

    private boolean stopAfter(RunFolder folder, TrainingPlan plan, int epochs) {
        AtomicInteger left = new AtomicInteger(epochs);
        try {
            RecordedTraining.run(
                    folder,
                    record(folder, plan),
                    plan,
                    (result, standing) -> {
                        if (left.decrementAndGet() == 0) {
                            throw new Kill();
                        }
                    });
            return false;
        } catch (Kill e) {
            return true;
        }
    }

    private RunFolder run(TrainingPlan plan, String name, Progress progress) {
        RunFolder folder = RunFolder.create(runs, name);
        RecordedTraining.run(folder, record(folder, plan), plan, progress);
        return folder;
    }

    private TrainingPlan plan(TrainingSettings settings) {
        return new TrainingPlan(List.of(series), settings);
    }

    private static RunRecord record(RunFolder folder, TrainingPlan plan) {
        return new RunRecord(
                RunRecord.FORMAT_VERSION,
                folder.id(),
                RunState.RUNNING,
                "",
                List.of(),
                plan.settings(),
                RunRecord.Data.of(List.of(), CapacityRule.SHARED, plan.series()),
                RunRecord.Code.current(),
                RunRecord.Machine.current(),
                "",
                "2026-01-05T00:00:00Z",
                "",
                0);
    }

    private static List<String> losses(RunFolder folder) {
        return folder.epochs().read().stream()
                .map(ResumedRunTest::withoutTime)
                .map(EpochResult::toString)
                .toList();
    }

    private static EpochResult withoutTime(EpochResult e) {
        return new EpochResult(
                e.trial(), e.fold(), e.network(), e.epoch(), e.loss(), e.validationLoss(), 0);
    }

    private static List<String> names(RunFolder folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.path())) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
