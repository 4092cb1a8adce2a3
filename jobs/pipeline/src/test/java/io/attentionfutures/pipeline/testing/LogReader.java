package io.attentionfutures.pipeline.testing;

import io.attentionfutures.pipeline.log.LoggedRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;

/** Reads its partitions in turns, one record of each at a time. */
final class LogReader implements SourceReader<LoggedRecord, LogSplit> {
    private record Open(String name, Iterator<LoggedRecord> rest) {}

    private final Deque<Open> partitions = new ArrayDeque<>();
    private final CompletableFuture<Void> assigned = new CompletableFuture<>();

    @Override
    public void start() {}

    @Override
    public InputStatus pollNext(ReaderOutput<LoggedRecord> output) {
        if (!assigned.isDone()) {
            return InputStatus.NOTHING_AVAILABLE;
        }
        Open partition = partitions.poll();
        if (partition == null) {
            return InputStatus.END_OF_INPUT;
        }
        if (partition.rest().hasNext()) {
            LoggedRecord record = partition.rest().next();
            output.createOutputForSplit(partition.name()).collect(record, record.timestampMillis());
            partitions.add(partition);
        } else {
            output.releaseOutputForSplit(partition.name());
        }
        return InputStatus.MORE_AVAILABLE;
    }

    @Override
    public void addSplits(List<LogSplit> splits) {
        for (LogSplit split : splits) {
            try {
                partitions.add(new Open(split.splitId(), split.read().iterator()));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    @Override
    public void notifyNoMoreSplits() {
        assigned.complete(null);
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return assigned;
    }

    @Override
    public List<LogSplit> snapshotState(long checkpointId) {
        return new ArrayList<>();
    }

    @Override
    public void close() {}
}
