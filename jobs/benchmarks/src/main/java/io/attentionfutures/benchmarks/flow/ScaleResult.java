package io.attentionfutures.benchmarks.flow;

/**
 * What the market job did at one size.
 *
 * @param throughput from Kafka to Kafka
 * @param stateBytes size of the last checkpoint, all that it refers to
 * @param checkpointedBytes mean of what a checkpoint added
 * @param checkpointMeanMillis mean time of a checkpoint from trigger to completion
 * @param checkpointMaxMillis the longest
 * @param restoreSeconds from the start of a new process to its first own checkpoint
 * @param heapBytes heap in use after a collection at the end of the flow
 */
record ScaleResult(
        Throughput throughput,
        long stateBytes,
        long checkpointedBytes,
        long checkpointMeanMillis,
        long checkpointMaxMillis,
        double restoreSeconds,
        long heapBytes) {}
