package io.attentionfutures.benchmarks.flow;

import picocli.CommandLine.Option;

/** The option of the benchmarks that run one job at a time. */
final class JobParallelism {
    @Option(
            names = "--parallelism",
            defaultValue = "1",
            description = "Of the job. Default: ${DEFAULT-VALUE}.")
    int subtasks;
}
