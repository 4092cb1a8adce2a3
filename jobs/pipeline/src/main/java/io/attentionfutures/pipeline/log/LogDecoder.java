package io.attentionfutures.pipeline.log;

import io.attentionfutures.pipeline.publish.DeadLetters;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import org.apache.flink.api.common.functions.OpenContext;
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

    private transient PartitionTimes times;
    private transient DeadLetters deadLetters;
    private transient Counter deadLetterCount;

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
        deadLetters = new DeadLetters();
        deadLetterCount = getRuntimeContext().getMetricGroup().counter("deadLetters");
    }

    @Override
    public void processElement(LoggedRecord record, Context context, Collector<T> out) {
        long effectiveMillis = times.effectiveTime(record);
        if (record.heartbeat()) {
            return;
        }
        String reason = "MALFORMED";
        String error;
        if (record.value() == null) {
            reason = "NULL_VALUE";
            error = "the record has no value";
        } else {
            try {
                decode(record, effectiveMillis, out);
                return;
            } catch (MalformedRecordException e) {
                error = e.getMessage();
            } catch (RefusedRecordException e) {
                reason = e.reason();
                error = e.getMessage();
            }
        }
        deadLetterCount.inc();
        context.output(DeadLetters.OUTPUT, deadLetters.of(record, reason, error));
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        times = PartitionTimes.restore(context.getOperatorStateStore());
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        times.snapshot();
    }
}
