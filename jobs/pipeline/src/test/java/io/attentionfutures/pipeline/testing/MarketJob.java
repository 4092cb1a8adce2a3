package io.attentionfutures.pipeline.testing;

import io.attentionfutures.pipeline.MarketSettings;
import io.attentionfutures.pipeline.MarketTopology;
import io.attentionfutures.pipeline.Uids;
import io.attentionfutures.pipeline.log.LoggedRecord;
import io.attentionfutures.pipeline.publish.PublishedRecord;
import io.attentionfutures.schemas.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.CommonTestUtils;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs the market's job over a log, whole, up to a savepoint, or on from one. */
public final class MarketJob {
    private static final long LONGEST_MINUTES = 2;

    private final InputLog log;

    public MarketJob(InputLog log) {
        this.log = log;
    }

    /** What the job publishes if nothing disturbs it. */
    public List<PublishedRecord> undisturbed(int parallelism) throws Exception {
        String run = "undisturbed-" + parallelism;
        return finish(run, start(run, parallelism, Map.of(), new Configuration()));
    }

    /** What the job publishes after a savepoint. */
    public List<PublishedRecord> restored(Path savepoint, int parallelism) throws Exception {
        String run = savepoint + "-" + parallelism;
        Configuration config =
                new Configuration()
                        .set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
        return finish(run, start(run, parallelism, Map.of(), config));
    }

    /**
     * Runs until every held partition waits, takes a savepoint and stops.
     *
     * @param cluster knows when all tasks run, before which there is no savepoint
     * @return what was published until then
     */
    public List<PublishedRecord> savepoint(
            Map<String, Integer> holds, Path folder, RestClusterClient<?> cluster)
            throws Exception {
        HeldLogs.Holds.expect(holds.size());
        JobClient job = start("to-savepoint", 1, holds, new Configuration());
        try {
            if (!HeldLogs.Holds.awaited().await(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError("not all of the log was read in time");
            }
            CommonTestUtils.waitForAllTaskRunning(
                    () -> cluster.getJobDetails(job.getJobID()).get());
            job.stopWithSavepoint(false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
                    .get(LONGEST_MINUTES, TimeUnit.MINUTES);
            return CollectingSink.take("to-savepoint");
        } finally {
            cancel(job);
        }
    }

    private JobClient start(
            String run, int parallelism, Map<String, Integer> holds, Configuration recovery)
            throws Exception {
        Configuration config =
                new Configuration(recovery)
                        .set(PipelineOptions.GENERIC_TYPES, false)
                        .set(PipelineOptions.AUTO_GENERATE_UIDS, false)
                        .set(PipelineOptions.OBJECT_REUSE, true)
                        .set(PipelineOptions.MAX_PARALLELISM, 720)
                        // The whole savepoint is one file, and can be moved.
                        .set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, MemorySize.parse("1mb"))
                        .set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(config);
        environment.setParallelism(parallelism);
        MarketTopology.define(
                source(environment, Uids.TELEMETRY_SOURCE, holds, Topic.TELEMETRY.topicName()),
                source(
                        environment,
                        Uids.ORDER_SOURCE,
                        holds,
                        Topic.ORDERS.topicName(),
                        Topic.ORDERS.topicName() + "."),
                source(
                        environment,
                        Uids.INSTRUCTION_SOURCE,
                        holds,
                        Topic.COLLATERAL.topicName(),
                        Topic.DIRECTIVES.topicName()),
                source(
                        environment,
                        Uids.REFERENCE_DATA_SOURCE,
                        holds,
                        Topic.CONTRACTS.topicName(),
                        Topic.ACCOUNTS.topicName()),
                source(environment, Uids.MODEL_SOURCE, holds, Topic.MODELS.topicName()),
                MarketSettings.from(new Configuration()),
                (records, uid) -> records.sinkTo(new CollectingSink(run)).uid(uid));
        return environment.executeAsync(run);
    }

    private DataStream<LoggedRecord> source(
            StreamExecutionEnvironment environment,
            String uid,
            Map<String, Integer> holds,
            String... topics) {
        return HeldLogs.add(environment, uid, log, List.of(topics), holds);
    }

    private static List<PublishedRecord> finish(String run, JobClient job) throws Exception {
        try {
            job.getJobExecutionResult().get(LONGEST_MINUTES, TimeUnit.MINUTES);
            return CollectingSink.take(run);
        } finally {
            cancel(job);
        }
    }

    private static void cancel(JobClient job) throws Exception {
        if (!job.getJobStatus().get(10, TimeUnit.SECONDS).isGloballyTerminalState()) {
            job.cancel().get(10, TimeUnit.SECONDS);
        }
    }
}
