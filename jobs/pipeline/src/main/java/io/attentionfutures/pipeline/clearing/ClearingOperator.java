package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.market.clearing.MarketOutput;
import io.attentionfutures.pipeline.publish.MarketPublisher;
import io.attentionfutures.pipeline.publish.PublishedRecord;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Runs the clearing houses of this subtask's segments. Events wait until the watermark has passed
 * them and are then applied in the order of their log positions, so what a house says is a function
 * of the logs alone. The houses live in memory; before each checkpoint barrier they write what
 * changed to keyed state.
 */
public final class ClearingOperator extends AbstractStreamOperator<PublishedRecord>
        implements OneInputStreamOperator<SegmentEvent, PublishedRecord> {
    private static final long serialVersionUID = 1L;

    private transient Map<String, ClearingSegment> segments;
    private transient SegmentState state;
    private transient MarketPublisher publisher;
    private transient ClearingMetrics clearingMetrics;

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        segments = new TreeMap<>();
        state =
                new SegmentState(
                        getPartitionedState(SegmentState.ENTITIES),
                        getPartitionedState(SegmentState.EVENTS));
        if (context.isRestored()) {
            restore(SegmentState.ENTITIES.getName());
            restore(SegmentState.EVENTS.getName());
        }
    }

    private void restore(String stateName) throws Exception {
        List<String> names;
        try (Stream<String> keys =
                this.<String>getKeyedStateBackend().getKeys(stateName, VoidNamespace.INSTANCE)) {
            names = keys.distinct().toList();
        }
        for (String name : names) {
            if (!segments.containsKey(name)) {
                setCurrentKey(name);
                segments.put(
                        name,
                        new ClearingSegment(name, state.restoreHouse(name), state.restoreEvents()));
            }
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        publisher = new MarketPublisher();
        clearingMetrics = new ClearingMetrics(getMetricGroup());
        segments.forEach((name, segment) -> clearingMetrics.show(name, segment.house()));
    }

    @Override
    public void processElement(StreamRecord<SegmentEvent> element) {
        SegmentEvent routed = element.getValue();
        segments.computeIfAbsent(routed.segment(), ClearingSegment::new).add(routed.event());
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        long started = System.nanoTime();
        boolean anythingCleared = false;
        for (Map.Entry<String, ClearingSegment> entry : segments.entrySet()) {
            ClearingSegment segment = entry.getValue();
            long countedBefore = clearingMetrics.counted();
            boolean applied = segment.advance(mark.getTimestamp(), this::emit);
            if (applied || clearingMetrics.counted() > countedBefore) {
                clearingMetrics.show(entry.getKey(), segment.house());
                anythingCleared = true;
            }
        }
        clearingMetrics.passed(mark.getTimestamp(), System.nanoTime() - started, anythingCleared);
        super.processWatermark(mark);
    }

    private void emit(MarketOutput said) {
        clearingMetrics.count(said);
        output.collect(new StreamRecord<>(publisher.publish(said), said.timeMillis()));
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        for (Iterator<Map.Entry<String, ClearingSegment>> all = segments.entrySet().iterator();
                all.hasNext(); ) {
            Map.Entry<String, ClearingSegment> entry = all.next();
            ClearingSegment segment = entry.getValue();
            setCurrentKey(entry.getKey());
            if (segment.isEmpty()) {
                state.clear();
                all.remove();
            } else {
                state.write(segment.house(), segment.events());
            }
        }
        super.prepareSnapshotPreBarrier(checkpointId);
    }
}
