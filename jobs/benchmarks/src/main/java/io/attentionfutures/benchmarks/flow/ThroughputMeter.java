package io.attentionfutures.benchmarks.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Times a job over a log that is there already: from the first of its commits at which a given part
 * of the log is behind it, to the last one before it runs out of records. Both ends are commits, so
 * what is counted between them is exactly what was read, processed, written and committed.
 */
final class ThroughputMeter {
    private static final Duration POLL = Duration.ofMillis(20);

    /** Between fewer than this one slow checkpoint decides what is measured. */
    private static final int LEAST_COMMITS = 8;

    private static final Duration STALLED = Duration.ofSeconds(120);

    /** The job's state when a commit was seen. */
    private record Commit(long entries, long nanos, Duration jobCpu, Duration brokerCpu) {}

    private final FlowLog.Written log;
    private final long brokerPid;
    private final LongConsumer progress;

    /**
     * @param progress hears of the entries that are done
     */
    ThroughputMeter(FlowLog.Written log, long brokerPid, LongConsumer progress) {
        this.log = log;
        this.brokerPid = brokerPid;
        this.progress = progress;
    }

    /**
     * Waits until the job has done everything.
     *
     * @param warmUpEntries entries of the log that are not timed
     */
    Throughput measure(FlowJobProcess job, CommittedProgress committed, long warmUpEntries)
            throws InterruptedException {
        List<Commit> commits = new ArrayList<>();
        long last = 0;
        long lastNanos = System.nanoTime();
        while (last < log.entries()) {
            Thread.sleep(POLL.toMillis());
            job.requireAlive();
            long entries = committed.entries();
            long now = System.nanoTime();
            if (entries > last) {
                last = entries;
                lastNanos = now;
                progress.accept(entries);
                if (entries >= warmUpEntries && entries < log.entries()) {
                    commits.add(
                            new Commit(
                                    entries,
                                    now,
                                    ProcessCpu.of(job.pid()),
                                    ProcessCpu.of(brokerPid)));
                }
            } else if (now - lastNanos > STALLED.toNanos()) {
                throw new IllegalStateException(
                        job.spec().name()
                                + " has committed nothing for "
                                + STALLED.toSeconds()
                                + " s; it is at entry "
                                + last
                                + " of "
                                + log.entries());
            }
        }
        if (commits.size() < LEAST_COMMITS) {
            throw new IllegalStateException(
                    "only "
                            + commits.size()
                            + " commits in the measured part of the log, at least "
                            + LEAST_COMMITS
                            + " are needed: give it more records");
        }
        return between(commits.get(0), commits.get(commits.size() - 1));
    }

    private Throughput between(Commit from, Commit to) {
        double density = (double) (log.setUpRecords() + log.flowRecords()) / log.entries();
        return new Throughput(
                (to.entries() - from.entries()) * density,
                (to.nanos() - from.nanos()) / 1e9,
                seconds(to.jobCpu().minus(from.jobCpu())),
                seconds(to.brokerCpu().minus(from.brokerCpu())));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
