package io.attentionfutures.pipeline.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.pipeline.publish.PublishedRecord;
import io.attentionfutures.schemas.ExecutionReport;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class UnknownSegmentTest {
    private static final int COMMANDS = 500;

    @Test
    void commandsForSegmentsThatDoNotExistAreRejectedAndLeaveNothingBehind() throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<String, SegmentEvent, PublishedRecord> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new ClearingOperator(), SegmentEvent::segment, Types.STRING)) {
            harness.open();
            for (int i = 0; i < COMMANDS; i++) {
                harness.processElement(command(i), i);
            }
            harness.prepareSnapshotPreBarrier(1);
            assertThat(harness.numKeyedStateEntries()).isEqualTo(COMMANDS);
            harness.processWatermark(COMMANDS);
            harness.prepareSnapshotPreBarrier(2);
            assertThat(harness.numKeyedStateEntries()).isZero();
            List<PublishedRecord> published = harness.extractOutputValues();
            assertThat(published).hasSize(COMMANDS);
            for (PublishedRecord record : published) {
                ExecutionReport report = decode(record);
                assertThat(report.getRejectionCode()).isEqualTo("UNKNOWN_CONTRACT");
                assertThat(report.getSequence()).isZero();
            }
        }
    }

    private static SegmentEvent command(int number) {
        return new SegmentEvent(
                "NOWHERE-" + number,
                new MarketEvent.NewOrder(
                        new LogPosition(number, "afm.orders", 0, number),
                        "alice",
                        Integer.toString(number),
                        "H100.NOWHERE-" + number + ".1H.20260101T00Z",
                        Side.BUY,
                        OrderType.LIMIT,
                        TimeInForce.GTC,
                        1,
                        100));
    }

    private static ExecutionReport decode(PublishedRecord record) throws MalformedRecordException {
        return RecordCodec.of(ExecutionReport.class).decode(record.value());
    }
}
