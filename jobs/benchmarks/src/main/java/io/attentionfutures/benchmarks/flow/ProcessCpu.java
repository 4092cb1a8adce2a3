package io.attentionfutures.benchmarks.flow;

import java.time.Duration;

/** CPU time of other processes. */
final class ProcessCpu {
    private ProcessCpu() {}

    /** Returns the CPU time that a process has used so far, of all its threads. */
    static Duration of(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }
}
