package io.attentionfutures.pipeline.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.ClearingHouse;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.market.clearing.MarketOutput;
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
        assertThat(entities.puts()).isGreaterThan(20);
        assertThat(events.puts()).isEqualTo(order.size()).isPositive();
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
        assertThat(events.calls())
                .containsExactly("put " + last.position().timeMillis() + "/" + last.position());
    }

    @Test
    void oneOrderTouchesItsContractItselfItsConductAndTheSegment() throws Exception {
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
                .contains("put contract/" + contract, "put segment")
                .anyMatch(call -> call.matches("put order/\\d+/\\d+"))
                .anyMatch(call -> call.matches("put conduct/\\d+/account-0"))
                .hasSize(4);
        assertThat(events.calls()).isEmpty();
    }

    @Test
    void anAppliedEventIsRemoved() throws Exception {
        MarketEvent event = day.get(0);
        order.add(event);
        checkpoint();
        pass(event.position().timeMillis());
        checkpoint();
        assertThat(events.calls())
                .containsExactly(
                        "remove " + event.position().timeMillis() + "/" + event.position());
        assertThat(events.isEmpty()).isTrue();
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
