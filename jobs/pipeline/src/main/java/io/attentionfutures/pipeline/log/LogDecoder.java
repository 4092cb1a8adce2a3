package io.attentionfutures.pipeline.log;

import io.attentionfutures.pipeline.publish.DeadLetters;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import io.attentionfutures.schemas.wire.RecordCodec;
import io.attentionfutures.schemas.wire.WireFormat;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Decodes a log: heartbeats end here, what cannot be decoded becomes a dead letter, and everything
 * else goes on with its effective time.
 *
 * @param <T> what a record decodes to
 */
public abstract class LogDecoder<T> extends ProcessFunction<LoggedRecord, T>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    private static final ListStateDescriptor<Tuple2<String, Long>> TIMES =
            new ListStateDescriptor<>("partition-times", Types.TUPLE(Types.STRING, Types.LONG));

    private WireFormat wire = WireFormat.ownIds(List.of());
    private transient PartitionTimes times;
    private transient ListState<Tuple2<String, Long>> storedTimes;
    private transient DeadLetters deadLetters;
    private transient Counter deadLetterCount;

    /** Lets the log be framed as a market's records are; before it is opened. */
    public final LogDecoder<T> framedAs(WireFormat format) {
        wire = format;
        return this;
    }

    /** Returns a codec for records of the log. */
    protected final <R extends SpecificRecordBase> RecordCodec<R> codec(Class<R> type) {
        return wire.codec(type);
    }

    /** Makes what decoding needs; called once before the first record. */
    protected abstract void prepare();

    /**
     * Decodes one record.
     *
     * @param record a record with a value
     * @param effectiveMillis its effective time
     * @throws MalformedRecordException if it is not what the topic holds
     * @throws RefusedRecordException if it must not be used
     */
    protected abstract void decode(LoggedRecord record, long effectiveMillis, Collector<T> out)
            throws MalformedRecordException, RefusedRecordException;

    @Override
    public void open(OpenContext context) throws Exception {
        prepare();
        deadLetters = new DeadLetters();
        deadLetterCount = getRuntimeContext().getMetricGroup().counter("deadLetters");
    }

    @Override
    public void processElement(LoggedRecord record, Context context, Collector<T> out) {
        take(
                record,
                times,
                out,
                (reason, error) -> {
                    deadLetterCount.inc();
                    context.output(DeadLetters.OUTPUT, deadLetters.of(record, reason, error));
                });
    }

    /** Hears why a record cannot be used. */
    @FunctionalInterface
    interface Refusal {
        void because(String reason, String error);
    }

    /** Decodes one record of any kind and returns its effective time. */
    final long take(
            LoggedRecord record, PartitionTimes partitions, Collector<T> out, Refusal refusal) {
        long effectiveMillis = partitions.effectiveTime(record);
        if (record.heartbeat()) {
            return effectiveMillis;
        }
        if (record.value() == null) {
            refusal.because("NULL_VALUE", "the record has no value");
            return effectiveMillis;
        }
        try {
            decode(record, effectiveMillis, out);
        } catch (MalformedRecordException e) {
            refusal.because("MALFORMED", e.getMessage());
        } catch (RefusedRecordException e) {
            refusal.because(e.reason(), e.getMessage());
        }
        return effectiveMillis;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        times = new PartitionTimes();
        storedTimes = context.getOperatorStateStore().getUnionListState(TIMES);
        times.restore(storedTimes);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        times.snapshot(storedTimes);
    }
}
