package io.attentionfutures.pipeline.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.ClearingHouse;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.market.clearing.MarketEventCodec;
import io.attentionfutures.market.clearing.MarketOutput;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A checkpoint costs what changed, not what exists. */
class SegmentStateTest {
    private static final String SEGMENT = "EUW1";

    private final RecordingMapState entities = new RecordingMapState();
    private final RecordingMapState events = new RecordingMapState();
    private final SegmentState state = new SegmentState(entities, events);
    private final ClearingHouse house = new ClearingHouse(SEGMENT);
    private final EventOrder order = new EventOrder();
    private List<MarketEvent> day;

    @BeforeEach
    void readTheDay() throws Exception {
        day = new ArrayList<>();
        TradingDay.events(1).stream()
                .filter(routed -> routed.segment().equals(SEGMENT))
                .forEach(routed -> day.add(routed.event()));
    }

    private void pass(long timeMillis) {
        MarketEvent event;
        while ((event = order.pollUntil(timeMillis)) != null) {
            house.apply(event, said -> {});
        }
        house.advanceTo(timeMillis + 1, said -> {});
    }

    private void checkpoint() throws Exception {
        entities.forgetCalls();
        events.forgetCalls();
        state.write(house, order);
    }

    @Test
    void aSecondCheckpointWithoutChangesWritesNothing() throws Exception {
        day.forEach(order::add);
        pass(TradingDay.START + 2 * TradingDay.HOUR);
        checkpoint();
        assertThat(entities.calls()).contains("put segment", "put chunk/0");
        assertThat(events.puts()).isEqualTo(chunks(order.size())).isPositive();
        checkpoint();
        assertThat(entities.calls()).isEmpty();
        assertThat(events.calls()).isEmpty();
    }

    @Test
    void aNewEventIsTheOnlyOneWritten() throws Exception {
        day.subList(0, day.size() - 1).forEach(order::add);
        checkpoint();
        MarketEvent last = day.get(day.size() - 1);
        order.add(last);
        checkpoint();
        assertThat(entities.calls()).isEmpty();
        assertThat(events.calls()).containsExactly("put chunk/" + chunks(day.size() - 1));
    }

    @Test
    void oneOrderCostsOneChunkAndTheSegment() throws Exception {
        long noon = TradingDay.START + 2 * TradingDay.HOUR;
        day.forEach(order::add);
        pass(noon);
        checkpoint();
        String contract = TradingDay.contract(SEGMENT, 5);
        List<MarketOutput> said = new ArrayList<>();
        house.apply(
                new MarketEvent.NewOrder(
                        new LogPosition(noon + 1, "afm.orders", 0, Long.MAX_VALUE),
                        "account-0",
                        "new",
                        contract,
                        Side.BUY,
                        OrderType.LIMIT,
                        TimeInForce.GTC,
                        1,
                        1),
                said::add);
        assertThat(said)
                .singleElement()
                .isInstanceOfSatisfying(
                        MarketOutput.ExecutionReport.class,
                        report ->
                                assertThat(report.type())
                                        .isEqualTo(MarketOutput.ExecutionType.NEW));
        checkpoint();
        assertThat(entities.calls())
                .containsExactlyInAnyOrder("put segment", "put chunk/1", "put live/0");
        assertThat(events.calls()).isEmpty();
    }

    @Test
    void anAppliedEventIsRemoved() throws Exception {
        MarketEvent event = day.get(0);
        order.add(event);
        checkpoint();
        pass(event.position().timeMillis());
        checkpoint();
        assertThat(events.calls()).containsExactly("remove chunk/0", "remove taken/0");
        assertThat(events.isEmpty()).isTrue();
    }

    @Test
    void ofAChunkThatHasBegunToLeaveOnlyTheNumberIsWritten() throws Exception {
        day.subList(0, 3).forEach(order::add);
        checkpoint();
        assertThat(order.pollUntil(day.get(0).position().timeMillis())).isEqualTo(day.get(0));
        checkpoint();
        assertThat(events.calls()).containsExactly("put taken/0");
        EventOrder restored = state.restoreEvents();
        assertThat(restored.pollUntil(Long.MAX_VALUE)).isEqualTo(day.get(1));
        assertThat(restored.pollUntil(Long.MAX_VALUE)).isEqualTo(day.get(2));
        assertThat(restored.pollUntil(Long.MAX_VALUE)).isNull();
    }

    @Test
    void eventsThatEarlierVersionsStoredOneByOneAreRestoredAndRemoved() throws Exception {
        for (MarketEvent event : day.subList(0, 2)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            MarketEventCodec.write(event, new DataOutputStream(bytes));
            events.put(event.position().timeMillis() + "/" + event.position(), bytes.toByteArray());
        }
        EventOrder restored = state.restoreEvents();
        restored.add(day.get(2));
        events.forgetCalls();
        state.write(house, restored);
        assertThat(events.calls()).containsExactly("put chunk/0");
        for (MarketEvent event : day.subList(0, 3)) {
            assertThat(restored.pollUntil(Long.MAX_VALUE)).isEqualTo(event);
        }
        state.write(house, restored);
        assertThat(events.isEmpty()).isTrue();
    }

    private static int chunks(int events) {
        return (events + EventOrder.CHUNK_EVENTS - 1) / EventOrder.CHUNK_EVENTS;
    }

    @Test
    void whatIsRestoredIsNotWrittenAgain() throws Exception {
        day.forEach(order::add);
        pass(TradingDay.START + 2 * TradingDay.HOUR);
        checkpoint();
        ClearingHouse restored = state.restoreHouse(SEGMENT);
        EventOrder restoredOrder = state.restoreEvents();
        assertThat(restoredOrder.size()).isEqualTo(order.size());
        assertThat(restored.restingOrders()).isEqualTo(house.restingOrders()).isPositive();
        entities.forgetCalls();
        events.forgetCalls();
        state.write(restored, restoredOrder);
        assertThat(events.calls()).isEmpty();
        assertThat(entities.calls()).isSubsetOf("put segment");
    }
}
