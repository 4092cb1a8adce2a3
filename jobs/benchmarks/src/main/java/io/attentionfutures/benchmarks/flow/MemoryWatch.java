package io.attentionfutures.benchmarks.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Samples what a job holds, at a fixed interval, in a thread of its own. */
final class MemoryWatch implements LatencyRun.Watch {
    /**
     * What a job held at one moment, bytes.
     *
     * @param seconds since the watch began
     * @param heap in use after a collection
     * @param resident memory of the process, its whole heap included
     * @param state size of the last checkpoint, all that it refers to
     */
    record Sample(long seconds, long heap, long resident, long state) {}

    private final FlowJobProcess job;
    private final Duration interval;
    private final Consumer<Sample> hears;
    private final List<Sample> samples = new ArrayList<>();
    private final Thread thread = new Thread(this::watch, "memory-watch");
    private volatile Exception failure;

    /**
     * Begins to watch.
     *
     * @param hears hears each sample at once
     */
    MemoryWatch(FlowJobProcess job, Duration interval, Consumer<Sample> hears) {
        this.job = job;
        this.interval = interval;
        this.hears = hears;
        thread.start();
    }

    private void watch() {
        long started = System.nanoTime();
        try {
            for (long turn = 1; ; turn++) {
                long due = started + turn * interval.toNanos();
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                Optional<JsonNode> checkpoints = job.checkpoints();
                if (checkpoints.isEmpty()) {
                    continue;
                }
                Sample sample =
                        new Sample(
                                turn * interval.toSeconds(),
                                UsedHeap.ofProcess(job.pid()),
                                ResidentMemory.ofProcess(job.pid()),
                                checkpoints
                                        .get()
                                        .path("latest")
                                        .path("completed")
                                        .path("state_size")
                                        .asLong());
                samples.add(sample);
                hears.accept(sample);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
    }

    /**
     * Returns the samples, once it is closed.
     *
     * @throws IllegalStateException if one could not be taken
     */
    List<Sample> samples() {
        if (failure != null) {
            throw new IllegalStateException(
                    "the job's memory cannot be read: " + failure.getMessage(), failure);
        }
        return List.copyOf(samples);
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
