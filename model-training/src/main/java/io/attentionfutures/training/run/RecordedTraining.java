package io.attentionfutures.training.run;

import io.attentionfutures.training.Progress;
import io.attentionfutures.training.Trainer;
import io.attentionfutures.training.Training;
import io.attentionfutures.training.TrainingException;
import io.attentionfutures.training.TrainingLog;
import io.attentionfutures.training.TrainingPlan;
import io.attentionfutures.training.report.ReportPage;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A training whose steps, state and results are in a run folder. */
public final class RecordedTraining {

    private RecordedTraining() {}

    /**
     * Trains, from the beginning or from where the folder's last process stopped.
     *
     * @param folder the run's folder
     * @param record what was asked for
     * @param plan the same, with the data
     * @param progress is told how it goes; what it throws ends the run, which can be resumed then
     * @throws TrainingException if another process works on the run, or the plan cannot be done
     */
    public static RunMetrics run(
            RunFolder folder, RunRecord record, TrainingPlan plan, Progress progress) {
        try (RunFolder.Lock lock =
                folder.lock()
                        .orElseThrow(
                                () ->
                                        new TrainingException(
                                                "another process works on run " + folder.id()))) {
            folder.write(record);
            try {
                return finish(folder, record, plan, progress);
            } catch (IOException e) {
                throw failed(folder, record, new TrainingException(e.getMessage(), e));
            } catch (RuntimeException e) {
                throw failed(folder, record, e);
            }
        }
    }

    private static RuntimeException failed(
            RunFolder folder, RunRecord record, RuntimeException fault) {
        String why = fault.getMessage() == null ? fault.toString() : fault.getMessage();
        folder.write(record.with(RunState.FAILED, why, now()));
        return fault;
    }

    /** The present moment as run folders have it. */
    public static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static RunMetrics finish(
            RunFolder folder, RunRecord record, TrainingPlan plan, Progress progress)
            throws IOException {
        long started = System.nanoTime();
        TrainingLog log = folder.log();
        Training training = Trainer.train(plan, log, progress);
        training.bundle().save(folder.bundle());
        double seconds = log.spentSeconds() + (System.nanoTime() - started) / 1e9;
        RunMetrics metrics = RunMetrics.of(training, training.heldOut().results(), seconds);
        RunFiles.writeJson(folder.metrics(), metrics);
        RunRecord done = record.with(RunState.DONE, "", now());
        RunFiles.write(
                folder.report(),
                ReportPage.of(
                        done,
                        metrics,
                        training.search(),
                        folder.epochs().read(),
                        training.heldOut()));
        folder.write(done);
        folder.removeCheckpoints();
        return metrics;
    }
}
