package io.attentionfutures.benchmarks.flow;

import java.util.Comparator;
import java.util.List;

/**
 * The two jobs on one log.
 *
 * @param contracts open contracts
 * @param segments clearing segments
 * @param parallelism of the jobs
 * @param restingOrders orders that rested away from the price
 * @param market what the market job did, run by run
 * @param identity what the identity job did, run by run
 * @param outputsPerRecord records that the market job published for one that it read
 * @param rejectedShare part of its execution reports that were rejections
 */
record EndToEndResult(
        int contracts,
        int segments,
        int parallelism,
        int restingOrders,
        List<Throughput> market,
        List<Throughput> identity,
        double outputsPerRecord,
        double rejectedShare) {
    EndToEndResult {
        market = List.copyOf(market);
        identity = List.copyOf(identity);
    }

    /** The run with the median rate. */
    static Throughput median(List<Throughput> runs) {
        return runs.stream()
                .sorted(Comparator.comparingDouble(Throughput::recordsPerSecond))
                .toList()
                .get((runs.size() - 1) / 2);
    }

    double ratio() {
        return median(market).recordsPerSecond() / median(identity).recordsPerSecond();
    }
}
