package io.attentionfutures.benchmarks.flow;

import io.attentionfutures.benchmarks.Conditions;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./afm bench end-to-end}: the market job beside a job that only copies. */
@Command(
        name = "end-to-end",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Times the market job from Kafka to Kafka, exactly once, beside an identity job that"
                    + " has the same sources, decoding, encoding and sinks, and only copies. The"
                    + " broker has a JVM of its own, each job too; the log is written before, and"
                    + " the jobs take turns on it.",
            "Exit code 0, 1 if something failed, 2 if something given was wrong."
        })
public final class EndToEndCommand implements Callable<Integer> {
    @Option(
            names = "--contracts",
            split = ",",
            defaultValue = "24,240,2400",
            description = "Open contracts, multiples of 24. Default: ${DEFAULT-VALUE}.")
    private List<Integer> contracts;

    @Option(
            names = "--parallelism",
            split = ",",
            defaultValue = "1,2",
            description = "Of the jobs. Default: ${DEFAULT-VALUE}.")
    private List<Integer> parallelism;

    @Option(
            names = "--resting",
            split = ",",
            defaultValue = "10000",
            description =
                    "Orders that rest away from the price: 1000,10000,100000,1000000 shows whether"
                            + " the cost of an order is flat. Default: ${DEFAULT-VALUE}.")
    private List<Integer> resting;

    @Option(
            names = "--records",
            defaultValue = "8000000",
            description = "Orders and samples of the flow. Default: ${DEFAULT-VALUE}.")
    private long records;

    @Option(
            names = "--warm-up",
            defaultValue = "4000000",
            description =
                    "Records of the flow that are not timed: start-up and compilation. Default:"
                            + " ${DEFAULT-VALUE}.")
    private long warmUp;

    @Option(
            names = "--repeats",
            defaultValue = "1",
            description = "Pairs of runs; the medians are reported. Default: ${DEFAULT-VALUE}.")
    private int repeats;

    @Mixin private FlowOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        EndToEndReport report = new EndToEndReport(Conditions.now(), options);
        for (int open : contracts) {
            for (int orders : resting) {
                FlowMarket market = options.market(open, segments(open), orders, records);
                Progress.say("writing the log of %,d contracts, %,d resting orders", open, orders);
                try (FlowStage stage = FlowStage.set(options.folder, market)) {
                    EndToEndRun run = new EndToEndRun(stage, market.shape(), options, warmUp);
                    for (int subtasks : parallelism) {
                        report.add(run.compare(subtasks, repeats));
                    }
                    stage.finished();
                }
            }
        }
        report.end();
        return 0;
    }

    /** A region has ten markets. */
    private static int segments(int contracts) {
        return Math.max(1, contracts / FlowShape.CONTRACTS_PER_MARKET / 10);
    }
}
