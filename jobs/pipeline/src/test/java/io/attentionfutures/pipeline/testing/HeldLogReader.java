package io.attentionfutures.pipeline.testing;

import io.attentionfutures.pipeline.log.LoggedRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;

/** Reads its partitions in turns, one record of each at a time. */
final class HeldLogReader implements SourceReader<LoggedRecord, LogPlace> {
    private final InputLog log;
    private final Map<String, Integer> holds;
    private final Deque<LogPlace> reading = new ArrayDeque<>();
    private final List<LogPlace> waiting = new ArrayList<>();
    private final List<LogPlace> finished = new ArrayList<>();
    private final CompletableFuture<Void> assigned = new CompletableFuture<>();

    HeldLogReader(InputLog log, Map<String, Integer> holds) {
        this.log = log;
        this.holds = holds;
    }

    @Override
    public void start() {}

    @Override
    public InputStatus pollNext(ReaderOutput<LoggedRecord> output) {
        if (!assigned.isDone()) {
            return InputStatus.NOTHING_AVAILABLE;
        }
        LogPlace place = reading.poll();
        if (place == null) {
            return waiting.isEmpty() ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
        }
        List<LoggedRecord> records = log.of(place.partition());
        if (place.next() == holds.getOrDefault(place.partition(), -1)) {
            waiting.add(place);
            HeldLogs.Holds.awaited().countDown();
        } else if (place.next() < records.size()) {
            LoggedRecord record = records.get(place.next());
            output.createOutputForSplit(place.partition())
                    .collect(record, record.timestampMillis());
            reading.add(new LogPlace(place.partition(), place.next() + 1));
        } else {
            finished.add(place);
            output.releaseOutputForSplit(place.partition());
        }
        return InputStatus.MORE_AVAILABLE;
    }

    @Override
    public void addSplits(List<LogPlace> splits) {
        reading.addAll(splits);
    }

    @Override
    public void notifyNoMoreSplits() {
        assigned.complete(null);
    }

    /** Never again once all that is left waits. */
    @Override
    public CompletableFuture<Void> isAvailable() {
        boolean held = assigned.isDone() && reading.isEmpty() && !waiting.isEmpty();
        return held ? new CompletableFuture<>() : assigned;
    }

    @Override
    public List<LogPlace> snapshotState(long checkpointId) {
        List<LogPlace> places = new ArrayList<>(reading);
        places.addAll(waiting);
        places.addAll(finished);
        return places;
    }

    @Override
    public void close() {}
}
