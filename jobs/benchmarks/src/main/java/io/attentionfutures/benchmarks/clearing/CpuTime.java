package io.attentionfutures.benchmarks.clearing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Counts the orders of an iteration and the time that its thread was on a processor for them. On a
 * machine that others use too this says more than the time that went by.
 */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class CpuTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    public long cpuNanos;
    public long orders;

    private long started;

    void start() {
        started = THREADS.getCurrentThreadCpuTime();
    }

    void stop(long counted) {
        cpuNanos += THREADS.getCurrentThreadCpuTime() - started;
        orders += counted;
    }
}
