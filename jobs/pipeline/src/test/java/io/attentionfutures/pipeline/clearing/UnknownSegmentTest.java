package io.attentionfutures.pipeline.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.pipeline.publish.PublishedRecord;
import io.attentionfutures.pipeline.testing.Events;
import io.attentionfutures.schemas.ExecutionReport;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
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
            List<PublishedRecord> published = new ArrayList<>(harness.extractOutputValues());
            assertThat(published).filteredOn(UnknownSegmentTest::isAudit).hasSize(COMMANDS);
            published.removeIf(UnknownSegmentTest::isAudit);
            assertThat(published).hasSize(COMMANDS);
            for (PublishedRecord record : published) {
                ExecutionReport report = decode(record);
                assertThat(report.getRejectionCode()).isEqualTo("UNKNOWN_CONTRACT");
                assertThat(report.getSequence()).isZero();
            }
        }
    }

    @Test
    void nothingButRulesAndAccountsFoundsASegment() throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<String, SegmentEvent, PublishedRecord> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new ClearingOperator(), SegmentEvent::segment, Types.STRING)) {
            harness.open();
            List<MarketEvent> events = Events.all();
            for (int i = 0; i < events.size(); i++) {
                harness.processElement(
                        new SegmentEvent(segment(i, events.get(i)), events.get(i)), 0);
            }
            harness.processWatermark(events.get(0).position().timeMillis());
            harness.prepareSnapshotPreBarrier(1);
            for (int i = 0; i < events.size(); i++) {
                boolean founds =
                        events.get(i) instanceof MarketEvent.SpecificationChanged
                                || events.get(i) instanceof MarketEvent.AccountChanged;
                assertThat(keys(harness).contains(segment(i, events.get(i))))
                        .as(events.get(i).toString())
                        .isEqualTo(founds);
            }
        }
    }

    private static boolean isAudit(PublishedRecord record) {
        return record.topic().equals(Topic.AUDIT.topicName());
    }

    /** A segment of its own; a specification goes to the one that it names. */
    private static String segment(int number, MarketEvent event) {
        return event instanceof MarketEvent.SpecificationChanged changed
                ? changed.specification().segment()
                : "NOWHERE-" + number;
    }

    private static Set<String> keys(
            KeyedOneInputStreamOperatorTestHarness<String, SegmentEvent, PublishedRecord> harness)
            throws Exception {
        Set<String> keys = new TreeSet<>();
        for (String state : List.of("entities", "events")) {
            try (Stream<String> all =
                    ((AbstractStreamOperator<?>) harness.getOperator())
                            .<String>getKeyedStateBackend()
                            .getKeys(state, VoidNamespace.INSTANCE)) {
                all.forEach(keys::add);
            }
        }
        return keys;
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
