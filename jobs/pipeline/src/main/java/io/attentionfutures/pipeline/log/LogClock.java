package io.attentionfutures.pipeline.log;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * The market's one clock: the timestamps of the records in each partition. Time passes with
 * heartbeats only, so that it passes at the same records in every replay, and never because a
 * partition was silent.
 */
public final class LogClock implements WatermarkStrategy<LoggedRecord> {
    private static final long serialVersionUID = 1L;

    @Override
    public WatermarkGenerator<LoggedRecord> createWatermarkGenerator(
            WatermarkGeneratorSupplier.Context context) {
        return new HeartbeatWatermarks();
    }

    private static final class HeartbeatWatermarks implements WatermarkGenerator<LoggedRecord> {
        private long latest = Long.MIN_VALUE;

        @Override
        public void onEvent(LoggedRecord record, long timestamp, WatermarkOutput output) {
            latest = Math.max(latest, timestamp);
            if (record.heartbeat()) {
                // Another record may bear the same timestamp as this heartbeat.
                output.emitWatermark(new Watermark(latest - 1));
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // Wall-clock time has no say.
        }
    }
}
