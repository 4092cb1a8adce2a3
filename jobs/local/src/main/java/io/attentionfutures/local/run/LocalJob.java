package io.attentionfutures.local.run;

import io.attentionfutures.local.UserError;
import io.attentionfutures.pipeline.MarketJob;
import io.attentionfutures.pipeline.kafka.InputTopics.UnusableInputException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.metrics.prometheus.LoopbackPrometheusReporter;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The market job on a Flink mini cluster in this process. */
final class LocalJob {
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(1);
    private static final String LOOPBACK = "127.0.0.1";
    private static final long STOP_LIMIT_SECONDS = 120;

    private final JobClient client;
    private final Path checkpoints;
    private final CompletableFuture<JobExecutionResult> result;

    private LocalJob(JobClient client, Path checkpoints) {
        this.client = client;
        this.checkpoints = checkpoints;
        this.result = client.getJobExecutionResult();
    }

    /**
     * Starts the job.
     *
     * @param options the job's own options
     * @param checkpoints where its checkpoints go
     * @param from the checkpoint to go on from, if any
     */
    static LocalJob start(
            Configuration options,
            int parallelism,
            int webPort,
            Path checkpoints,
            Optional<Path> from) {
        Configuration config = new Configuration(options);
        config.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        stayOnLoopback(config);
        config.set(RestOptions.BIND_PORT, Integer.toString(webPort));
        config.set(RestOptions.PORT, webPort);
        config.set(TaskManagerOptions.NUM_TASK_SLOTS, parallelism);
        config.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(32));
        config.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
        config.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
        config.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        config.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
        config.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1));
        config.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL);
        config.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        config.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        config.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        from.ifPresent(
                path -> config.set(StateRecoveryOptions.SAVEPOINT_PATH, path.toUri().toString()));
        try {
            StreamExecutionEnvironment environment =
                    StreamExecutionEnvironment.createLocalEnvironment(parallelism, config);
            MarketJob.define(environment, config);
            return new LocalJob(environment.executeAsync("Attention Futures Market"), checkpoints);
        } catch (UnusableInputException e) {
            throw new UserError(e.getMessage(), e);
        } catch (Exception e) {
            throw new UserError("the job did not start: " + whole(e), e);
        }
    }

    /** Serves metrics to a Prometheus on this machine. */
    static void serveMetrics(Configuration config, int port) {
        config.setString(
                "metrics.reporter.prometheus.factory.class",
                LoopbackPrometheusReporter.Factory.class.getName());
        config.setString("metrics.reporter.prometheus.port", Integer.toString(port));
        // Else the dot of a market's name would become something else.
        config.setString("metrics.reporter.prometheus.filterLabelValueCharacters", "false");
    }

    /** Flink's web page and its file server ask nobody who they are. What the user says wins. */
    static void stayOnLoopback(Configuration config) {
        config.set(RestOptions.ADDRESS, LOOPBACK);
        for (ConfigOption<String> address :
                List.of(
                        RestOptions.BIND_ADDRESS,
                        JobManagerOptions.BIND_HOST,
                        TaskManagerOptions.BIND_HOST)) {
            if (!config.contains(address)) {
                config.set(address, LOOPBACK);
            }
        }
    }

    /**
     * Throws if the job has failed.
     *
     * @throws UserError with the failure's cause
     */
    void requireRunning() {
        if (result.isCompletedExceptionally()) {
            try {
                result.join();
            } catch (java.util.concurrent.CompletionException e) {
                throw new UserError("the job failed: " + rootCause(e), e);
            }
        }
    }

    /** Stops the job with a savepoint; all that it said is committed then. */
    void stop() {
        try {
            client.stopWithSavepoint(
                            false, checkpoints.toUri().toString(), SavepointFormatType.NATIVE)
                    .get(STOP_LIMIT_SECONDS, TimeUnit.SECONDS);
            result.get(STOP_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted while stopping the job", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new UserError("the job did not stop: " + rootCause(e), e);
        }
    }

    /** What failed and why: the outer message names the option, the inner one its fault. */
    private static String whole(Exception failure) {
        String what = String.valueOf(failure.getMessage());
        String why = rootCause(failure);
        return what.contains(why) ? what : what + " " + why;
    }

    private static String rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
