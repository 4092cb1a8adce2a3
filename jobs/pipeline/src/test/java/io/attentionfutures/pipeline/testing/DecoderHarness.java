package io.attentionfutures.pipeline.testing;

import io.attentionfutures.pipeline.log.LogDecoder;
import io.attentionfutures.pipeline.log.LoggedRecord;
import io.attentionfutures.pipeline.publish.DeadLetters;
import io.attentionfutures.pipeline.publish.PublishedRecord;
import io.attentionfutures.schemas.DeadLetter;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** Runs a decoder without a cluster. */
public final class DecoderHarness<T> implements AutoCloseable {
    private final OneInputStreamOperatorTestHarness<LoggedRecord, T> harness;
    private long snapshots;

    private DecoderHarness(
            LogDecoder<T> decoder,
            TypeInformation<T> type,
            int parallelism,
            int subtask,
            OperatorSubtaskState state)
            throws Exception {
        harness =
                new OneInputStreamOperatorTestHarness<>(
                        new ProcessOperator<>(decoder), 720, parallelism, subtask);
        harness.getExecutionConfig().enableObjectReuse();
        harness.setup(type.createSerializer(new SerializerConfigImpl()));
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
    }

    public static <T> DecoderHarness<T> open(LogDecoder<T> decoder, TypeInformation<T> type)
            throws Exception {
        return new DecoderHarness<>(decoder, type, 1, 0, null);
    }

    /** One of several subtasks, with its share of a snapshot. */
    public static <T> DecoderHarness<T> restore(
            LogDecoder<T> decoder,
            TypeInformation<T> type,
            int parallelism,
            int subtask,
            OperatorSubtaskState state)
            throws Exception {
        return new DecoderHarness<>(decoder, type, parallelism, subtask, state);
    }

    public void read(LoggedRecord... records) throws Exception {
        for (LoggedRecord record : records) {
            harness.processElement(record, record.timestampMillis());
        }
    }

    public OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(++snapshots, snapshots);
    }

    public List<T> decoded() {
        return harness.extractOutputValues();
    }

    public List<DeadLetter> deadLetters() {
        Queue<StreamRecord<PublishedRecord>> letters = harness.getSideOutput(DeadLetters.OUTPUT);
        return letters == null
                ? List.of()
                : letters.stream().map(letter -> Published.deadLetter(letter.getValue())).toList();
    }

    /** Number of records and dead letters that came out so far. */
    public int outcomes() {
        Queue<?> letters = harness.getSideOutput(DeadLetters.OUTPUT);
        return harness.getOutput().size() + (letters == null ? 0 : letters.size());
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
