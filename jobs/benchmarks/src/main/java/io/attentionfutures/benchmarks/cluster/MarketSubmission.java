package io.attentionfutures.benchmarks.cluster;

import io.attentionfutures.pipeline.MarketJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Hands the market job to a cluster. */
public final class MarketSubmission {
    private static final long SUBMIT_LIMIT_SECONDS = 120;

    private MarketSubmission() {}

    /**
     * Submits the job.
     *
     * @param options the job's own options and Flink's
     * @param savepoint where it goes on from, if anywhere
     * @return the job's id
     * @throws ClusterException if it is not taken
     */
    public static String submit(
            FlinkCluster cluster,
            Map<String, String> options,
            int parallelism,
            Optional<String> savepoint)
            throws InterruptedException {
        if (!cluster.settings().classpathFirst().isEmpty()) {
            return submitFromItsClasspath(cluster, options, parallelism, savepoint);
        }
        return submit(cluster.restPort(), configuration(options, parallelism, savepoint));
    }

    private static Configuration configuration(
            Map<String, String> options, int parallelism, Optional<String> savepoint) {
        Configuration config = Configuration.fromMap(options);
        config.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        savepoint.ifPresent(path -> config.set(StateRecoveryOptions.SAVEPOINT_PATH, path));
        return config;
    }

    private static String submit(int restPort, Configuration config) {
        try {
            StreamExecutionEnvironment environment =
                    StreamExecutionEnvironment.createRemoteEnvironment(
                            "127.0.0.1", restPort, config);
            environment.setParallelism(config.get(CoreOptions.DEFAULT_PARALLELISM));
            MarketJob.define(environment, config);
            return environment.executeAsync("Attention Futures Market").getJobID().toHexString();
        } catch (Exception e) {
            throw new ClusterException("cannot submit the job: " + e.getMessage(), e);
        }
    }

    /** The job must be laid out by the same release that is going to run it. */
    private static String submitFromItsClasspath(
            FlinkCluster cluster,
            Map<String, String> options,
            int parallelism,
            Optional<String> savepoint)
            throws InterruptedException {
        Path answer = cluster.folder().resolve("submitted-job");
        List<String> arguments = new ArrayList<>();
        arguments.add(Integer.toString(cluster.restPort()));
        arguments.add(answer.toAbsolutePath().toString());
        configuration(options, parallelism, savepoint)
                .toMap()
                .forEach((key, value) -> arguments.add(key + "=" + value));
        try (ChildProcess process =
                ChildProcess.start(
                        new ChildProcess.Spec(
                                "submission",
                                MarketSubmission.class.getName(),
                                List.of("-Xmx384m", Logging.property(cluster.folder())),
                                arguments,
                                Map.of(),
                                cluster.settings().classpathFirst()),
                        cluster.folder())) {
            if (process.await(SUBMIT_LIMIT_SECONDS) != 0) {
                throw new ClusterException("cannot submit the job: see " + process.log());
            }
            return Files.readString(answer).strip();
        } catch (java.io.IOException e) {
            throw new ClusterException("cannot read " + answer, e);
        }
    }

    /** Submits from a process of its own: REST port, answer file, {@code key=value} options. */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new TreeMap<>();
        for (String option : List.of(arguments).subList(2, arguments.length)) {
            int equals = option.indexOf('=');
            options.put(option.substring(0, equals), option.substring(equals + 1));
        }
        String job = submit(Integer.parseInt(arguments[0]), Configuration.fromMap(options));
        Files.writeString(Path.of(arguments[1]), job);
        System.exit(0);
    }
}
