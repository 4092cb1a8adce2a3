package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.pipeline.publish.PublishedRecord;
import io.attentionfutures.pipeline.publish.PublishedRecordSerializer;
import io.attentionfutures.pipeline.testing.Published;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** All subtasks of the clearing operator, without a cluster; restarts at any parallelism. */
final class ClearingSubtasks implements AutoCloseable {
    static final int MAX_PARALLELISM = 720;

    private final List<PublishedRecord> records = new ArrayList<>();
    private List<KeyedOneInputStreamOperatorTestHarness<String, SegmentEvent, PublishedRecord>>
            subtasks;
    private long checkpoint;

    ClearingSubtasks(int parallelism) throws Exception {
        start(parallelism, null);
    }

    private void start(int parallelism, OperatorSubtaskState state) throws Exception {
        int old = subtasks == null ? 0 : subtasks.size();
        subtasks = new ArrayList<>();
        for (int i = 0; i < parallelism; i++) {
            KeyedOneInputStreamOperatorTestHarness<String, SegmentEvent, PublishedRecord> subtask =
                    new KeyedOneInputStreamOperatorTestHarness<>(
                            new ClearingOperator(),
                            SegmentEvent::segment,
                            Types.STRING,
                            MAX_PARALLELISM,
                            parallelism,
                            i);
            subtask.setup(
                    PublishedRecordSerializer.TYPE.createSerializer(new SerializerConfigImpl()));
            if (state != null) {
                subtask.initializeState(
                        AbstractStreamOperatorTestHarness.repartitionOperatorState(
                                state, MAX_PARALLELISM, old, parallelism, i));
            }
            subtask.open();
            subtasks.add(subtask);
        }
    }

    static int subtaskOf(String segment, int parallelism) {
        return KeyGroupRangeAssignment.assignKeyToParallelOperator(
                segment, MAX_PARALLELISM, parallelism);
    }

    void arrive(SegmentEvent event) throws Exception {
        subtasks.get(subtaskOf(event.segment(), subtasks.size()))
                .processElement(event, event.event().position().timeMillis());
    }

    void passClock(long timeMillis) throws Exception {
        for (KeyedOneInputStreamOperatorTestHarness<?, ?, ?> subtask : subtasks) {
            subtask.processWatermark(timeMillis);
        }
        takeOutput();
    }

    /** Takes a checkpoint and goes on from it in new subtasks. */
    void restart(int parallelism) throws Exception {
        checkpoint++;
        OperatorSubtaskState[] states = new OperatorSubtaskState[subtasks.size()];
        for (int i = 0; i < states.length; i++) {
            subtasks.get(i).prepareSnapshotPreBarrier(checkpoint);
            states[i] = subtasks.get(i).snapshot(checkpoint, checkpoint);
        }
        takeOutput();
        close();
        start(parallelism, AbstractStreamOperatorTestHarness.repackageState(states));
    }

    private void takeOutput() {
        for (KeyedOneInputStreamOperatorTestHarness<String, SegmentEvent, PublishedRecord> subtask :
                subtasks) {
            records.addAll(subtask.extractOutputValues());
            subtask.getOutput().clear();
        }
    }

    /** All records so far to the last byte, in the order in which they came. */
    List<String> published() {
        return records.stream().map(Published::text).toList();
    }

    /** All records so far, in the order in which they came. */
    List<PublishedRecord> records() {
        return records;
    }

    /** What a segment's keyed state has in a map, as of the last restart. */
    Map<String, byte[]> stored(String segment, MapStateDescriptor<String, byte[]> descriptor)
            throws Exception {
        KeyedStateBackend<String> backend =
                subtasks.get(subtaskOf(segment, subtasks.size()))
                        .getOperator()
                        .getKeyedStateBackend();
        backend.setCurrentKey(segment);
        Map<String, byte[]> stored = new TreeMap<>();
        backend.getPartitionedState(
                        VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, descriptor)
                .entries()
                .forEach(entry -> stored.put(entry.getKey(), entry.getValue()));
        return stored;
    }

    /** Number of timers that the operator itself has set. */
    int timers() {
        return subtasks.stream()
                .mapToInt(
                        subtask -> subtask.numEventTimeTimers() + subtask.numProcessingTimeTimers())
                .sum();
    }

    /** Number of elements that left since the clock was last passed on, watermarks included. */
    int pending() {
        return subtasks.stream().mapToInt(subtask -> subtask.getOutput().size()).sum();
    }

    @Override
    public void close() throws Exception {
        for (KeyedOneInputStreamOperatorTestHarness<?, ?, ?> subtask : subtasks) {
            subtask.close();
        }
    }
}
