package io.attentionfutures.benchmarks.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.attentionfutures.benchmarks.cluster.ChildProcess;
import io.attentionfutures.benchmarks.cluster.FlinkRest;
import io.attentionfutures.benchmarks.cluster.Ports;
import io.attentionfutures.pipeline.MarketOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.PipelineOptionsInternal;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/** A job of the benchmark in a JVM of its own, with all of Flink in it. */
final class FlowJobProcess implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(1);

    /**
     * How a job is run.
     *
     * @param kind which job
     * @param name unique among the runs on one broker: names folder, group and transactions
     * @param parallelism of the job
     * @param stateBackend {@code hashmap} or {@code rocksdb}
     * @param heap the JVM's largest heap, for example {@code 4g}
     * @param atLeastOnceTopics output topics that are written at once
     * @param jvmArguments further flags
     */
    record Spec(
            FlowJobKind kind,
            String name,
            int parallelism,
            String stateBackend,
            String heap,
            List<String> atLeastOnceTopics,
            List<String> jvmArguments) {
        Spec {
            atLeastOnceTopics = List.copyOf(atLeastOnceTopics);
            jvmArguments = List.copyOf(jvmArguments);
        }
    }

    private final Spec spec;
    private final ChildProcess process;
    private final String jobId;
    private final FlinkRest rest;

    private FlowJobProcess(Spec spec, ChildProcess process, String jobId, FlinkRest rest) {
        this.spec = spec;
        this.process = process;
        this.jobId = jobId;
        this.rest = rest;
    }

    /**
     * Starts a job.
     *
     * @param folder where it has its configuration, checkpoints and log
     * @param overrides options that win over the benchmark's
     */
    static FlowJobProcess start(
            Spec spec, String bootstrapServers, Path folder, Configuration overrides)
            throws IOException {
        Path own = Files.createDirectories(folder.resolve(spec.name()));
        String jobId = new JobID().toHexString();
        int port = Ports.next();
        Configuration config = configuration(spec, bootstrapServers, own);
        config.set(PipelineOptionsInternal.PIPELINE_FIXED_JOB_ID, jobId);
        config.set(RestOptions.BIND_PORT, Integer.toString(port));
        config.set(RestOptions.PORT, port);
        config.addAll(overrides);
        Files.writeString(own.resolve("config.yaml"), yaml(config));
        List<String> jvm =
                Stream.concat(
                                Stream.of(
                                        "-Xmx" + spec.heap(),
                                        "-Xms" + spec.heap(),
                                        "-XX:+UseParallelGC",
                                        "-XX:+UseTransparentHugePages",
                                        "-XX:+ExitOnOutOfMemoryError"),
                                spec.jvmArguments().stream())
                        .toList();
        return new FlowJobProcess(
                spec,
                ChildProcess.start(
                        new ChildProcess.Spec(
                                spec.name(),
                                FlowJob.class.getName(),
                                jvm,
                                List.of(spec.kind().label(), own.toAbsolutePath().toString()),
                                Map.of("AFM_LOG_LEVEL", "warn"),
                                List.of()),
                        own),
                jobId,
                new FlinkRest(LOOPBACK, port));
    }

    private static Configuration configuration(Spec spec, String bootstrapServers, Path folder) {
        Configuration config = new Configuration();
        config.set(PipelineOptions.NAME, spec.name());
        config.set(CoreOptions.DEFAULT_PARALLELISM, spec.parallelism());
        config.set(TaskManagerOptions.NUM_TASK_SLOTS, spec.parallelism());
        config.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(512));
        config.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(128));
        config.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(128));
        config.set(RestOptions.ADDRESS, LOOPBACK);
        config.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        config.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        config.set(StateBackendOptions.STATE_BACKEND, spec.stateBackend());
        config.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        config.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL);
        config.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        config.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                folder.resolve("checkpoints").toUri().toString());
        config.set(MarketOptions.BOOTSTRAP_SERVERS, bootstrapServers);
        config.set(MarketOptions.GROUP_ID, spec.name());
        config.set(MarketOptions.TRANSACTIONAL_ID_PREFIX, spec.name());
        config.set(MarketOptions.TIMESTAMPS, MarketOptions.TimestampSource.REPLAY);
        config.set(MarketOptions.HEARTBEAT_INTERVAL, Duration.ZERO);
        config.set(MarketOptions.MAX_DRIFT, Duration.ofSeconds(30));
        config.set(MarketOptions.AT_LEAST_ONCE_TOPICS, spec.atLeastOnceTopics());
        return config;
    }

    private static String yaml(Configuration config) {
        return config.toMap().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> "\"" + entry.getKey() + "\": \"" + entry.getValue() + "\"\n")
                .collect(Collectors.joining());
    }

    Spec spec() {
        return spec;
    }

    long pid() {
        return process.pid();
    }

    /** Returns what Flink tells of the job's checkpoints; empty while it is not up. */
    Optional<JsonNode> checkpoints() throws InterruptedException {
        return rest.checkpoints(jobId);
    }

    /** Throws if the job has ended, naming its log. */
    void requireAlive() {
        process.requireAlive();
    }

    @Override
    public void close() {
        process.kill();
    }
}
