package io.attentionfutures.benchmarks.flow;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Option;

/** Options that the benchmarks of whole jobs share. */
final class FlowOptions {
    @Option(
            names = "--accounts",
            defaultValue = "1000",
            description = "Accounts in each segment. Default: ${DEFAULT-VALUE}.")
    int accounts;

    @Option(
            names = "--log-rate",
            defaultValue = "4000",
            description =
                    "Orders and samples in a second of the log's time: 4000 makes 240,000 between"
                            + " two calls. Default: ${DEFAULT-VALUE}.")
    int recordsPerSecond;

    @Option(
            names = "--telemetry-share",
            defaultValue = "0.1",
            description =
                    "Part of the records that are telemetry samples. Default: ${DEFAULT-VALUE}.")
    double telemetryShare;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Seed of the flow. Default: ${DEFAULT-VALUE}.")
    long seed;

    @Option(
            names = "--call-interval",
            defaultValue = "60",
            description = "Seconds of the log's time between calls. Default: ${DEFAULT-VALUE}.")
    int callIntervalSeconds;

    @Option(
            names = "--indicative-interval",
            defaultValue = "10",
            description =
                    "Least seconds of the log's time between two indicative prices of a contract."
                            + " Default: ${DEFAULT-VALUE}.")
    double indicativeSeconds;

    @Option(
            names = "--heap",
            defaultValue = "4g",
            description = "Heap of the job's JVM. Default: ${DEFAULT-VALUE}.")
    String heap;

    @Option(
            names = "--state-backend",
            defaultValue = "rocksdb",
            description = "rocksdb (incremental) or hashmap. Default: ${DEFAULT-VALUE}.")
    String stateBackend;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description =
                    "Where broker and jobs write, in a folder of their own that is deleted if all"
                            + " goes well. Default: the system's temporary files.")
    Path folder;

    @Option(
            names = "--option",
            paramLabel = "KEY=VALUE",
            description = "A Flink or market option of the jobs, to try what it does; repeatable.")
    Map<String, String> overrides = Map.of();

    @Option(
            names = "--jvm",
            paramLabel = "FLAG",
            description = "A further flag of the jobs' JVM, for example a profiler; repeatable.")
    List<String> jvmArguments = List.of();

    @Option(
            names = "--market-only",
            description = "Leave the identity job out, for profiling; there is no ratio then.")
    boolean marketOnly;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    FlowMarket market(int contracts, int segments, int restingOrders, long records) {
        return market(
                new FlowShape(
                        contracts,
                        segments,
                        accounts,
                        restingOrders,
                        records,
                        recordsPerSecond,
                        telemetryShare,
                        seed));
    }

    FlowMarket market(FlowShape shape) {
        return new FlowMarket(
                shape,
                FlowMarket.TRACE_START,
                Duration.ofSeconds(callIntervalSeconds),
                Duration.ofMillis(Math.round(indicativeSeconds * 1_000)));
    }

    Configuration overriding() {
        return Configuration.fromMap(overrides);
    }
}
