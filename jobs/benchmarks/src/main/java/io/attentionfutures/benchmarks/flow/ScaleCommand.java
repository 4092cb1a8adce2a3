package io.attentionfutures.benchmarks.flow;

import io.attentionfutures.benchmarks.BenchmarkReport;
import io.attentionfutures.benchmarks.Conditions;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./afm bench scale}: the market job as one thing grows. */
@Command(
        name = "scale",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Times the market job, exactly once, with checkpoints each second, as resting orders,"
                    + " accounts, markets or segments grow. Tells throughput, CPU time, what"
                    + " checkpoints cost and hold, how long a new process takes from its start to"
                    + " its first checkpoint when it restores the last one, and the heap that is"
                    + " in use after collection.",
            "Exit code 0, 1 if something failed, 2 if something given was wrong."
        })
public final class ScaleCommand implements Callable<Integer> {
    @Option(
            names = "--dimension",
            split = ",",
            description = "What grows: ${COMPLETION-CANDIDATES}. Default: each in turn.")
    private List<ScaleDimension> dimensions = Arrays.asList(ScaleDimension.values());

    @Option(
            names = "--largest",
            defaultValue = "1000000",
            description = "Leave larger steps out. Default: ${DEFAULT-VALUE}.")
    private int largest;

    @Option(
            names = "--records",
            defaultValue = "1500000",
            description = "Orders and samples of each flow. Default: ${DEFAULT-VALUE}.")
    private long records;

    @Option(
            names = "--warm-up",
            defaultValue = "500000",
            description = "Records of the flow that are not timed. Default: ${DEFAULT-VALUE}.")
    private long warmUp;

    @Mixin private JobParallelism parallelism;
    @Mixin private FlowOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        BenchmarkReport report = new BenchmarkReport(Conditions.now(), options.json);
        report.array("results");
        report.text(
                "%-12s %s, state %s, parallelism %d%n%n",
                "job heap", options.heap, options.stateBackend, parallelism.subtasks);
        report.text(
                "%-9s %9s | %10s %7s | %9s %9s %9s %9s | %9s %8s%n",
                "grows",
                "to",
                "records/s",
                "job us",
                "state MiB",
                "added MiB",
                "mean ms",
                "max ms",
                "restore s",
                "heap MiB");
        for (ScaleDimension dimension : dimensions) {
            for (int step : dimension.upTo(largest)) {
                Progress.say("%s %,d", dimension, step);
                FlowMarket market = options.market(dimension.shape(step, records, options));
                ScaleResult result =
                        ScaleRun.measure(market, options, parallelism.subtasks, warmUp);
                add(report, dimension, step, result);
            }
        }
        report.end();
        return 0;
    }

    private static void add(
            BenchmarkReport report, ScaleDimension dimension, int step, ScaleResult result) {
        report.row("results")
                .put("dimension", dimension.name().toLowerCase(Locale.ROOT))
                .put("step", step)
                .put("market_rps", Math.round(result.throughput().recordsPerSecond()))
                .put("market_cpu_micros", result.throughput().jobMicrosPerRecord())
                .put("state_bytes", result.stateBytes())
                .put("checkpointed_bytes", result.checkpointedBytes())
                .put("checkpoint_mean_ms", result.checkpointMeanMillis())
                .put("checkpoint_max_ms", result.checkpointMaxMillis())
                .put("restore_seconds", result.restoreSeconds())
                .put("heap_bytes", result.heapBytes());
        report.text(
                "%-9s %,9d | %,10.0f %7.2f | %9.1f %9.2f %,9d %,9d | %9.1f %,8d%n",
                dimension.name().toLowerCase(Locale.ROOT),
                step,
                result.throughput().recordsPerSecond(),
                result.throughput().jobMicrosPerRecord(),
                result.stateBytes() / (double) (1 << 20),
                result.checkpointedBytes() / (double) (1 << 20),
                result.checkpointMeanMillis(),
                result.checkpointMaxMillis(),
                result.restoreSeconds(),
                result.heapBytes() >> 20);
    }
}
