package io.attentionfutures.benchmarks.flow;

import io.attentionfutures.benchmarks.BenchmarkReport;
import io.attentionfutures.benchmarks.Conditions;
import io.attentionfutures.schemas.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./afm bench latency}: how long an order waits for its answer. */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Sends orders to a live market at a fixed rate and measures, from the moment at which"
                    + " each was due to be sent, until its execution report and until the first"
                    + " indicative price that knows it. With exactly-once topics both wait for the"
                    + " next checkpoint, each second; at-least-once topics do not.",
            "Exit code 0, 1 if something failed, 2 if something given was wrong."
        })
public final class LatencyCommand implements Callable<Integer> {
    private static final long PROBE_RECORDS = 1_500_000;

    /** Part of the measured maximum that is sent. */
    static final double LOAD = 0.5;

    @Option(
            names = "--rate",
            defaultValue = "0",
            description =
                    "Orders a second; 0 measures the market's throughput first, and takes half."
                            + " Default: ${DEFAULT-VALUE}.")
    private double rate;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "How long is measured. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--warm-up-seconds",
            defaultValue = "40",
            description = "How long orders are sent before. Default: ${DEFAULT-VALUE}.")
    private int warmUpSeconds;

    @Option(
            names = "--indicative-millis",
            defaultValue = "100",
            description =
                    "Least time between two indicative prices of a contract, a rule of the"
                            + " contracts and part of what is measured. Default: ${DEFAULT-VALUE}.")
    private long indicativeMillis;

    @Mixin private JobParallelism parallelism;
    @Mixin private FlowOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, String> conditions = Conditions.now();
        double orders = rate > 0 ? rate : LOAD * maximum(options, parallelism.subtasks);
        BenchmarkReport report = new BenchmarkReport(conditions, options.json);
        report.object().put("orders_per_second", orders);
        report.array("results");
        report.text(
                "%n%,.0f orders a second for %d s, 24 contracts; milliseconds%n%n"
                        + "%-14s %-16s %9s %9s %9s %9s %10s%n",
                orders, seconds, "topics", "until", "p50", "p99", "p99.9", "max", "answered");
        for (boolean exactlyOnce : new boolean[] {false, true}) {
            List<String> atLeastOnce =
                    exactlyOnce
                            ? List.of()
                            : List.of(Topic.EXECUTIONS.topicName(), Topic.PRICES.topicName());
            Progress.say("%s", exactlyOnce ? "exactly once" : "at least once");
            LatencyRun run =
                    new LatencyRun(
                            options,
                            parallelism.subtasks,
                            orders,
                            warmUpSeconds,
                            seconds,
                            indicativeMillis,
                            Duration.ofHours(1),
                            Duration.ofSeconds(options.callIntervalSeconds));
            LatencyRun.Result measured = run.measure(atLeastOnce);
            String topics = exactlyOnce ? "exactly-once" : "at-least-once";
            tell(report, topics, "acknowledgement", measured.acknowledgement(), measured.sent());
            tell(report, topics, "indicative", measured.indicative(), measured.sent());
        }
        report.end();
        return 0;
    }

    /** Returns the records a second that the market takes at most. */
    static double maximum(FlowOptions options, int parallelism)
            throws IOException, InterruptedException {
        Progress.say("measuring the maximum");
        FlowMarket market = options.market(24, 1, 10_000, PROBE_RECORDS);
        try (FlowStage stage = FlowStage.set(options.folder, market)) {
            double maximum =
                    new EndToEndRun(stage, market.shape(), options, PROBE_RECORDS / 2)
                            .time(FlowJobKind.MARKET, parallelism)
                            .recordsPerSecond();
            stage.finished();
            return maximum;
        }
    }

    private static void tell(
            BenchmarkReport report, String topics, String until, Histogram micros, long sent) {
        report.row("results")
                .put("topics", topics)
                .put("until", until)
                .put("p50_ms", micros.getValueAtPercentile(50) / 1e3)
                .put("p99_ms", micros.getValueAtPercentile(99) / 1e3)
                .put("p99_9_ms", micros.getValueAtPercentile(99.9) / 1e3)
                .put("max_ms", micros.getMaxValue() / 1e3)
                .put("answered", micros.getTotalCount())
                .put("sent", sent);
        report.text(
                "%-14s %-16s %9.1f %9.1f %9.1f %9.1f %9.2f%%%n",
                topics,
                until,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getValueAtPercentile(99.9) / 1e3,
                micros.getMaxValue() / 1e3,
                100.0 * micros.getTotalCount() / sent);
    }
}
