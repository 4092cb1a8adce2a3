package io.attentionfutures.pipeline.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.pipeline.clearing.OrderDecoder;
import io.attentionfutures.pipeline.clearing.SegmentEvent;
import io.attentionfutures.pipeline.clearing.SegmentEventSerializer;
import io.attentionfutures.pipeline.clearing.SegmentRouting;
import io.attentionfutures.pipeline.testing.DecoderHarness;
import io.attentionfutures.pipeline.testing.Log;
import io.attentionfutures.pipeline.testing.Values;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.Topic;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Within a partition time never runs backwards, whatever the timestamps say. */
class EffectiveTimeTest {
    private static final byte[] ORDER =
            Values.bytes(
                    Values.order("a", "1", "H100.EUW1.1H.20261122T14Z", OrderSide.BUY, 1, 1)
                            .build());

    private final Log log = new Log(Topic.ORDERS);
    private final Log own = new Log("afm.orders.a");

    private static OrderDecoder decoder() {
        return new OrderDecoder(new SegmentRouting(Map.of()));
    }

    private static DecoderHarness<SegmentEvent> restore(
            OperatorSubtaskState state, int parallelism, int subtask) throws Exception {
        return DecoderHarness.restore(
                decoder(), SegmentEventSerializer.TYPE, parallelism, subtask, state);
    }

    private static List<Long> times(DecoderHarness<SegmentEvent> harness) {
        return harness.decoded().stream()
                .map(SegmentEvent::event)
                .map(event -> event.position().timeMillis())
                .toList();
    }

    @Test
    void aRecordsTimeIsTheLargestTimestampSoFar() throws Exception {
        try (DecoderHarness<SegmentEvent> harness =
                DecoderHarness.open(decoder(), SegmentEventSerializer.TYPE)) {
            harness.read(
                    log.append(0, 100, ORDER),
                    log.append(0, 90, ORDER),
                    log.append(0, 110, ORDER),
                    log.append(0, 109, ORDER));
            assertThat(times(harness)).containsExactly(100L, 100L, 110L, 110L);
        }
    }

    @Test
    void heartbeatsAndRefusedRecordsMoveTheTime() throws Exception {
        try (DecoderHarness<SegmentEvent> harness =
                DecoderHarness.open(decoder(), SegmentEventSerializer.TYPE)) {
            harness.read(
                    log.heartbeat(0, 100),
                    log.append(0, 90, ORDER),
                    log.append(0, 120, new byte[0]),
                    log.append(0, 110, ORDER));
            assertThat(times(harness)).containsExactly(100L, 120L);
        }
    }

    @Test
    void partitionsAndTopicsHaveTimesOfTheirOwn() throws Exception {
        try (DecoderHarness<SegmentEvent> harness =
                DecoderHarness.open(decoder(), SegmentEventSerializer.TYPE)) {
            harness.read(
                    log.append(0, 100, ORDER),
                    log.append(1, 90, ORDER),
                    own.append(0, 80, ORDER),
                    own.append(0, 70, ORDER));
            assertThat(harness.decoded())
                    .extracting(event -> event.event().position())
                    .containsExactly(
                            new LogPosition(100, "afm.orders", 0, 0),
                            new LogPosition(90, "afm.orders", 1, 0),
                            new LogPosition(80, "afm.orders.a", 0, 0),
                            new LogPosition(80, "afm.orders.a", 0, 1));
        }
    }

    @Test
    void aRestartDoesNotForgetTheTime() throws Exception {
        OperatorSubtaskState state;
        try (DecoderHarness<SegmentEvent> harness =
                DecoderHarness.open(decoder(), SegmentEventSerializer.TYPE)) {
            harness.read(log.append(0, 100, ORDER), own.append(7, 60, ORDER));
            state = harness.snapshot();
        }
        try (DecoderHarness<SegmentEvent> harness = restore(state, 1, 0)) {
            harness.read(
                    log.append(0, 90, ORDER), own.append(7, 50, ORDER), own.append(7, 61, ORDER));
            assertThat(times(harness)).containsExactly(100L, 60L, 61L);
        }
    }

    @Test
    void partitionsKeepTheirTimeWhereverRescalingMovesThem() throws Exception {
        OperatorSubtaskState first;
        OperatorSubtaskState second;
        try (DecoderHarness<SegmentEvent> harness = restore(null, 2, 0)) {
            harness.read(log.append(0, 100, ORDER));
            first = harness.snapshot();
        }
        try (DecoderHarness<SegmentEvent> harness = restore(null, 2, 1)) {
            harness.read(log.append(1, 200, ORDER));
            second = harness.snapshot();
        }
        OperatorSubtaskState both = AbstractStreamOperatorTestHarness.repackageState(first, second);
        for (int subtask = 0; subtask < 3; subtask++) {
            OperatorSubtaskState share =
                    AbstractStreamOperatorTestHarness.repartitionOperatorState(
                            both, 720, 2, 3, subtask);
            try (DecoderHarness<SegmentEvent> harness = restore(share, 3, subtask)) {
                harness.read(log.append(0, 90, ORDER), log.append(1, 150, ORDER));
                assertThat(times(harness)).containsExactly(100L, 200L);
            }
        }
    }

    @Test
    void theLaterTimeHoldsAfterAPartitionMovedTwice() throws Exception {
        OperatorSubtaskState before;
        OperatorSubtaskState after;
        try (DecoderHarness<SegmentEvent> harness = restore(null, 2, 0)) {
            harness.read(log.append(0, 100, ORDER));
            before = harness.snapshot();
        }
        try (DecoderHarness<SegmentEvent> harness = restore(before, 2, 1)) {
            harness.read(log.append(0, 300, ORDER));
            after = harness.snapshot();
        }
        OperatorSubtaskState both = AbstractStreamOperatorTestHarness.repackageState(after, before);
        OperatorSubtaskState share =
                AbstractStreamOperatorTestHarness.repartitionOperatorState(both, 720, 2, 1, 0);
        try (DecoderHarness<SegmentEvent> harness = restore(share, 1, 0)) {
            harness.read(log.append(0, 200, ORDER));
            assertThat(times(harness)).containsExactly(300L);
        }
    }
}
