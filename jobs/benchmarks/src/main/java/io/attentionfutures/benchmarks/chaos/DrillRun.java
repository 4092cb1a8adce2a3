package io.attentionfutures.benchmarks.chaos;

import io.attentionfutures.benchmarks.cluster.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs drills and compares them with a run that nothing got in the way of.
 *
 * @param folder where the processes keep their data and logs
 * @param seed seed of the flow and of what drills do at random
 * @param hours length of the flow in the log's time
 * @param seconds how long a flow takes
 * @param keep whether data stays
 * @param previous the job jar of the release before this one, if there is one
 * @param say hears of progress
 */
record DrillRun(
        Path folder,
        long seed,
        int hours,
        double seconds,
        boolean keep,
        Optional<Path> previous,
        Consumer<String> say) {
    private static final double STRIKE_AT = 1.0 / 3;

    /**
     * Writes the flow as fast as it goes, lets the job work it off without a fault, and returns
     * what there is to compare with.
     */
    Baseline baseline() throws InterruptedException {
        Path own = folder.resolve("undisturbed");
        Baseline baseline;
        try (Stage stage = Stage.open(own, new Undisturbed())) {
            Flow flow = Flow.record(stage.bootstrapServers(), seed, hours);
            say.accept(
                    String.format(Locale.ROOT, "flow: %,d records beside heartbeats", flow.size()));
            stage.startJob(List.of());
            stage.play(flow.lastBeats(), 0);
            stage.finish();
            baseline =
                    new Baseline(
                            flow,
                            Output.read(stage.bootstrapServers(), true, Set.of(), Set.of()),
                            Output.read(stage.bootstrapServers(), false, Set.of(), Set.of()));
        }
        clean(own);
        return baseline;
    }

    /**
     * What to compare with.
     *
     * @param flow what was written
     * @param exact all fields
     * @param withoutPlaces without offsets, sequences and hashes
     */
    record Baseline(Flow flow, Output exact, Output withoutPlaces) {}

    /** Runs one drill. */
    DrillResult run(Drill drill, Baseline baseline) throws InterruptedException {
        Optional<String> obstacle = drill.obstacle();
        if (obstacle.isPresent()) {
            return DrillResult.skipped(drill.name(), obstacle.get());
        }
        Path own = folder.resolve(drill.name());
        DrillResult result;
        try (Stage stage = Stage.open(own, drill)) {
            stage.startJob(
                    drill instanceof StateDrills.Upgrade
                            ? List.of(previous.orElseThrow())
                            : List.of());
            say.accept(drill.name() + ": the job runs");
            stage.play(drill.flow(baseline.flow(), seed), seconds);
            stage.awaitShare(STRIKE_AT);
            say.accept(drill.name() + ": strikes");
            drill.strike(stage);
            say.accept(
                    String.format(
                            "%s: committed output again after %.1f s",
                            drill.name(), stage.recoverySeconds()));
            stage.finish();
            result = compare(drill, stage, baseline);
        }
        if (result.passed()) {
            clean(own);
        }
        return result;
    }

    private DrillResult compare(Drill drill, Stage stage, Baseline baseline)
            throws InterruptedException {
        Set<Coordinates> added = stage.writer().injected();
        Output expected = drill.addsRecords() ? baseline.withoutPlaces() : baseline.exact();
        Output actual =
                Output.read(
                        stage.bootstrapServers(),
                        !drill.addsRecords(),
                        drill.oneAnswerEach() ? added : Set.of(),
                        drill.ignored());
        Comparison comparison = Comparison.of(expected.without(drill.ignored()), actual);
        if (drill.oneAnswerEach()) {
            comparison = comparison.andOneAnswerEach(added, actual.answers());
        }
        List<String> findings = new ArrayList<>(comparison.examples());
        drill.fault(stage).ifPresent(findings::add);
        return new DrillResult(
                drill.name(),
                comparison.lost(),
                comparison.duplicated(),
                comparison.different(),
                stage.recoverySeconds(),
                actual.size(),
                findings,
                "");
    }

    private void clean(Path own) {
        if (keep) {
            return;
        }
        try {
            Folders.delete(own);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + own, e);
        }
    }
}
