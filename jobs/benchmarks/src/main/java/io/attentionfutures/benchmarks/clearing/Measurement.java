package io.attentionfutures.benchmarks.clearing;

import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.Statistics;

/**
 * What one benchmark said.
 *
 * @param benchmark class and method
 * @param parameters by name
 * @param unit of the time that went by
 * @param wall time that went by for one operation, as JMH reports it
 * @param wallError half width of its 99.9 % confidence interval, NaN of a single iteration
 * @param cpuNanosPerOrder time on the processor by order, mean over the iterations
 * @param cpuError half width of its 99.9 % confidence interval
 * @param leastCpuNanosPerOrder that of the best iteration, least disturbed by others
 */
record Measurement(
        String benchmark,
        Map<String, String> parameters,
        String unit,
        double wall,
        double wallError,
        double cpuNanosPerOrder,
        double cpuError,
        double leastCpuNanosPerOrder) {
    private static final double CONFIDENCE = 0.999;

    static Measurement of(RunResult run) {
        double[] cpu =
                run.getBenchmarkResults().stream()
                        .flatMap(fork -> fork.getIterationResults().stream())
                        .mapToDouble(Measurement::cpuNanosPerOrder)
                        .toArray();
        Statistics statistics = new ListStatistics(cpu);
        String name = run.getParams().getBenchmark();
        Map<String, String> parameters = new TreeMap<>();
        for (String key : run.getParams().getParamsKeys()) {
            parameters.put(key, run.getParams().getParam(key));
        }
        return new Measurement(
                name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
                parameters,
                run.getPrimaryResult().getScoreUnit(),
                run.getPrimaryResult().getScore(),
                run.getPrimaryResult().getScoreError(),
                statistics.getMean(),
                statistics.getMeanErrorAt(CONFIDENCE),
                statistics.getMin());
    }

    private static double cpuNanosPerOrder(IterationResult iteration) {
        Map<String, Result> counters = iteration.getSecondaryResults();
        return counters.get("cpuNanos").getScore() / counters.get("orders").getScore();
    }
}
