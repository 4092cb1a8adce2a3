package io.attentionfutures.benchmarks.flow;

/**
 * What a job did between two of its commits.
 *
 * @param records orders and telemetry samples, heartbeats not counted
 * @param seconds of wall time
 * @param jobCpuSeconds CPU time of the job's process
 * @param brokerCpuSeconds CPU time of the broker's process
 */
record Throughput(double records, double seconds, double jobCpuSeconds, double brokerCpuSeconds) {
    /** Nothing was measured. */
    static final Throughput NONE = new Throughput(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    double recordsPerSecond() {
        return records / seconds;
    }

    double jobMicrosPerRecord() {
        return jobCpuSeconds / records * 1e6;
    }

    double brokerMicrosPerRecord() {
        return brokerCpuSeconds / records * 1e6;
    }
}
