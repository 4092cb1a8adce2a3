package io.attentionfutures.benchmarks.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.attentionfutures.benchmarks.cluster.Awaiting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.StateRecoveryOptions;

/** The market job on one flow, then a second process that goes on from its last checkpoint. */
final class ScaleRun {
    private static final Duration RESTORE_LIMIT = Duration.ofMinutes(5);

    private static final int RETAINED = 10;

    private ScaleRun() {}

    static ScaleResult measure(FlowMarket market, FlowOptions options, int parallelism, long warmUp)
            throws IOException, InterruptedException {
        try (FlowStage stage = FlowStage.set(options.folder, market)) {
            Configuration overrides = options.overriding();
            overrides.set(
                    CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                    ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
            // The last one that is heard of must still be there once the process has ended.
            overrides.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, RETAINED);
            Throughput throughput;
            JsonNode checkpoints;
            long heap;
            try (FlowJobProcess job =
                            FlowJobProcess.start(
                                    spec("market", options, parallelism),
                                    stage.bootstrapServers(),
                                    stage.folder(),
                                    overrides);
                    CommittedProgress committed =
                            new CommittedProgress(stage.bootstrapServers(), "market")) {
                ThroughputMeter meter =
                        new ThroughputMeter(
                                stage.log(),
                                stage.brokerPid(),
                                entries ->
                                        Progress.say("%,d of %,d", entries, stage.log().entries()));
                throughput = meter.measure(job, committed, market.shape().restingOrders() + warmUp);
                heap = UsedHeap.ofProcess(job.pid());
                checkpoints = job.checkpoints().orElseThrow();
            }
            JsonNode latest = checkpoints.path("latest").path("completed");
            JsonNode summary = checkpoints.path("summary");
            overrides.set(
                    StateRecoveryOptions.SAVEPOINT_PATH, latest.path("external_path").asText());
            double restoreSeconds =
                    restore(stage, spec("restored", options, parallelism), overrides);
            stage.finished();
            return new ScaleResult(
                    throughput,
                    latest.path("state_size").asLong(),
                    summary.path("checkpointed_size").path("avg").asLong(),
                    summary.path("end_to_end_duration").path("avg").asLong(),
                    summary.path("end_to_end_duration").path("max").asLong(),
                    restoreSeconds,
                    heap);
        }
    }

    private static FlowJobProcess.Spec spec(String name, FlowOptions options, int parallelism) {
        return new FlowJobProcess.Spec(
                FlowJobKind.MARKET,
                name,
                parallelism,
                options.stateBackend,
                options.heap,
                List.of(),
                options.jvmArguments);
    }

    private static double restore(
            FlowStage stage, FlowJobProcess.Spec spec, Configuration overrides)
            throws IOException, InterruptedException {
        long started = System.nanoTime();
        Path folder = stage.folder();
        try (FlowJobProcess job =
                FlowJobProcess.start(spec, stage.bootstrapServers(), folder, overrides)) {
            Awaiting.until(
                    "the restored job's first checkpoint",
                    RESTORE_LIMIT,
                    () -> {
                        job.requireAlive();
                        Optional<JsonNode> checkpoints = job.checkpoints();
                        return checkpoints.isPresent()
                                && checkpoints.get().path("counts").path("completed").asLong() > 0;
                    });
        }
        return (System.nanoTime() - started) / 1e9;
    }
}
