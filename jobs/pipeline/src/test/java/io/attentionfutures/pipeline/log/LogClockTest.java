package io.attentionfutures.pipeline.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.pipeline.testing.Log;
import io.attentionfutures.schemas.Topic;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class LogClockTest {
    private final WatermarkGenerator<LoggedRecord> clock =
            new LogClock().createWatermarkGenerator(null);
    private final Log log = new Log(Topic.ORDERS);
    private final Watermarks watermarks = new Watermarks();

    private static final class Watermarks implements WatermarkOutput {
        private final List<Long> times = new ArrayList<>();
        private boolean idle;

        @Override
        public void emitWatermark(Watermark watermark) {
            times.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {
            idle = true;
        }

        @Override
        public void markActive() {}
    }

    private void read(LoggedRecord record) {
        clock.onEvent(record, record.timestampMillis(), watermarks);
    }

    @Test
    void timePassesWithHeartbeatsOnly() {
        read(log.append(0, 100, new byte[0]));
        read(log.append(0, 200, new byte[0]));
        assertThat(watermarks.times).isEmpty();
        read(log.heartbeat(0, 300));
        assertThat(watermarks.times).containsExactly(299L);
    }

    @Test
    void aHeartbeatTellsTheLargestTimestampSoFar() {
        read(log.append(0, 500, new byte[0]));
        read(log.heartbeat(0, 300));
        assertThat(watermarks.times).containsExactly(499L);
    }

    @Test
    void timeNeverRunsBackwards() {
        for (long time : new long[] {100, 90, 120, 110, 120, 50}) {
            read(log.heartbeat(0, time));
        }
        assertThat(watermarks.times).containsExactly(99L, 99L, 119L, 119L, 119L, 119L);
    }

    @Test
    void theWallClockHasNoSay() {
        read(log.append(0, 100, new byte[0]));
        clock.onPeriodicEmit(watermarks);
        assertThat(watermarks.times).isEmpty();
        assertThat(watermarks.idle).isFalse();
    }
}
