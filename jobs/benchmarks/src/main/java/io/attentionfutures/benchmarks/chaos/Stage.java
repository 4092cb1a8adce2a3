package io.attentionfutures.benchmarks.chaos;

import io.attentionfutures.benchmarks.cluster.Awaiting;
import io.attentionfutures.benchmarks.cluster.ClusterException;
import io.attentionfutures.benchmarks.cluster.FlinkCluster;
import io.attentionfutures.benchmarks.cluster.FlinkSettings;
import io.attentionfutures.benchmarks.cluster.KafkaCluster;
import io.attentionfutures.benchmarks.cluster.MarketSubmission;
import io.attentionfutures.benchmarks.cluster.ZooKeeperProcess;
import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.pipeline.MarketOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The processes, the job and the flow of one run. */
final class Stage implements AutoCloseable {
    private static final List<String> BROKER_FLAGS =
            List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final List<String> TASK_MANAGER_FLAGS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final int TASK_MANAGERS = 2;
    private static final int SLOTS = 2;
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration RECOVERY_LIMIT = Duration.ofSeconds(180);
    private static final Duration END_LIMIT = Duration.ofSeconds(300);
    private static final Duration SAVEPOINT_LIMIT = Duration.ofSeconds(120);

    private final Path folder;
    private final Drill drill;
    private KafkaCluster kafka;
    private ZooKeeperProcess zooKeeper;
    private CheckpointDisk disk;
    private FlinkCluster flink;

    /** Another release's, without a job; null if there is one release. */
    private FlinkCluster idleFlink;

    private String job;
    private FlowWriter writer;
    private CommittedOutput output;
    private long struckNanos;
    private long struckClock;
    private double recoverySeconds;

    private Stage(Path folder, Drill drill) {
        this.folder = folder;
        this.drill = drill;
    }

    /** Starts Kafka and creates the topics. */
    static Stage open(Path folder, Drill drill) throws InterruptedException {
        Stage stage = new Stage(folder, drill);
        try {
            stage.kafka =
                    KafkaCluster.start(folder.resolve("kafka"), drill.brokers(), BROKER_FLAGS);
            MarketTopics.create(stage.bootstrapServers(), true);
            return stage;
        } catch (InterruptedException | RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    /** Starts Flink and the job. */
    void startJob(List<Path> classpathFirst) throws InterruptedException {
        if (drill.breakableCheckpoints()) {
            disk = CheckpointDisk.mount(folder.resolve("disk"));
        }
        if (drill.highAvailability()) {
            zooKeeper = ZooKeeperProcess.start(folder);
        }
        flink = startFlink("flink", classpathFirst);
        submit(drill.parallelism(), Optional.empty());
    }

    private FlinkCluster startFlink(String name, List<Path> classpathFirst)
            throws InterruptedException {
        Map<String, String> options = new TreeMap<>(drill.options());
        if (disk != null) {
            options.put("execution.checkpointing.dir", disk.folder().toUri().toString());
        }
        FlinkSettings settings =
                FlinkSettings.of(TASK_MANAGERS, SLOTS)
                        .withTaskManagers(384, 64, TASK_MANAGER_FLAGS)
                        .withTaskManagerEnvironment(drill.taskManagerEnvironment(folder))
                        .withClasspathFirst(classpathFirst)
                        .with(options);
        if (zooKeeper != null) {
            settings = settings.withHighAvailability(zooKeeper.quorum());
        }
        return FlinkCluster.start(folder.resolve(name), settings);
    }

    /** Starts a Flink cluster of this release beside the one that the job runs on. */
    void startNextFlink() throws InterruptedException {
        idleFlink = startFlink("flink-next", List.of());
    }

    /** From now on the job is submitted to the other Flink cluster. */
    void moveToNextFlink() {
        FlinkCluster before = flink;
        flink = idleFlink;
        idleFlink = before;
    }

    /** Submits the job and waits until all of it runs. */
    void submit(int parallelism, Optional<String> savepoint) throws InterruptedException {
        Map<String, String> options =
                Map.of(
                        MarketOptions.BOOTSTRAP_SERVERS.key(), bootstrapServers(),
                        MarketOptions.TIMESTAMPS.key(), "REPLAY",
                        MarketOptions.HEARTBEAT_INTERVAL.key(), "0 s");
        job = MarketSubmission.submit(flink, options, parallelism, savepoint);
        Awaiting.until(
                "the job to run (see the logs in " + flink.folder() + ")",
                START_LIMIT,
                () -> flink.rest().running(job));
    }

    /** Stops the job with a savepoint and returns where that is. */
    String stopWithSavepoint() throws InterruptedException {
        String path = flink.rest().savepoint(job, true, SAVEPOINT_LIMIT);
        Awaiting.until(
                "the job to end",
                SAVEPOINT_LIMIT,
                () -> flink.rest().state(job).filter("FINISHED"::equals).isPresent());
        return path;
    }

    /** Starts to write a flow. */
    void play(Flow flow, double seconds) {
        output = new CommittedOutput(bootstrapServers());
        output.start();
        writer = new FlowWriter(bootstrapServers(), flow, seconds);
        writer.start();
    }

    /** Waits until a share of the flow is written and the job has kept up with it. */
    void awaitShare(double share) throws InterruptedException {
        Awaiting.until(
                "the flow to be written",
                END_LIMIT,
                () -> {
                    writer.requireNoFailure();
                    return writer.share() >= share;
                });
        struck();
        awaitCommitted();
        recoverySeconds = 0;
    }

    /** Notes that it has struck: from now on the time to recover counts. */
    void struck() {
        struckNanos = System.nanoTime();
        struckClock = writer.clockMillis();
    }

    /**
     * Waits until there is committed output about something that was logged after the fault, and
     * notes how long that took.
     */
    void awaitRecovery() throws InterruptedException {
        awaitCommitted();
        recoverySeconds = Math.max(recoverySeconds, secondsSinceStrike());
    }

    private void awaitCommitted() throws InterruptedException {
        Awaiting.until(
                "output of what was logged after the fault (see the logs in " + folder + ")",
                RECOVERY_LIMIT,
                () -> {
                    writer.requireNoFailure();
                    return output.latestMillis() > struckClock;
                });
    }

    /** Lets so many seconds pass since it has struck; what is logged then comes after the fault. */
    void awaitStrike(double seconds) throws InterruptedException {
        long left = (long) ((seconds - secondsSinceStrike()) * 1000);
        if (left > 0) {
            TimeUnit.MILLISECONDS.sleep(left);
        }
        struckClock = writer.clockMillis();
    }

    double secondsSinceStrike() {
        return (System.nanoTime() - struckNanos) / 1e9;
    }

    /** Waits for the flow's end and until all of it is in committed output, and ends the job. */
    void finish() throws InterruptedException {
        Awaiting.until(
                "the end of the flow",
                END_LIMIT,
                () -> {
                    writer.requireNoFailure();
                    return writer.finished();
                });
        Map<org.apache.kafka.common.TopicPartition, Long> ends = writer.lastOffsets();
        try (ReadProgress progress = new ReadProgress(bootstrapServers())) {
            Awaiting.until(
                    "the job to work off the flow (see the logs in " + flink.folder() + ")",
                    END_LIMIT,
                    () -> {
                        writer.requireNoFailure();
                        requireAlive();
                        return progress.covers(ends);
                    });
        }
        output.close();
        stopWithSavepoint();
        writer.close();
    }

    private void requireAlive() throws InterruptedException {
        Optional<String> state = flink.rest().state(job);
        if (state.filter(name -> name.equals("FAILED")).isPresent()) {
            throw new ClusterException(
                    "the job failed: " + flink.rest().lastFailure(job).orElse("no reason given"));
        }
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    KafkaCluster kafka() {
        return kafka;
    }

    FlinkCluster flink() {
        return flink;
    }

    /** Returns the folder that all its processes work in. */
    Path folder() {
        return folder;
    }

    CheckpointDisk disk() {
        return disk;
    }

    String job() {
        return job;
    }

    FlowWriter writer() {
        return writer;
    }

    double recoverySeconds() {
        return recoverySeconds;
    }

    @Override
    public void close() throws InterruptedException {
        if (flink != null) {
            flink.close();
        }
        if (idleFlink != null) {
            idleFlink.close();
        }
        if (writer != null) {
            writer.close();
        }
        if (output != null) {
            output.close();
        }
        if (zooKeeper != null) {
            zooKeeper.close();
        }
        if (kafka != null) {
            kafka.close();
        }
        if (disk != null) {
            disk.close();
        }
    }
}
