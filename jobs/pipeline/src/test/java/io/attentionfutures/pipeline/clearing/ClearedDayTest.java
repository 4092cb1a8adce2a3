package io.attentionfutures.pipeline.clearing;

import static io.attentionfutures.pipeline.clearing.TradingDay.HOUR;
import static io.attentionfutures.pipeline.clearing.TradingDay.MINUTE;
import static io.attentionfutures.pipeline.clearing.TradingDay.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.ContractCode;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.schemas.Allocation;
import io.attentionfutures.schemas.ExecutionReport;
import io.attentionfutures.schemas.ExecutionType;
import io.attentionfutures.schemas.Price;
import io.attentionfutures.schemas.PriceKind;
import io.attentionfutures.schemas.SettlementTier;
import io.attentionfutures.schemas.Topic;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a day with collateral says in public, from the first deposit to the last index. */
class ClearedDayTest {
    private static List<SegmentEvent> events;
    private static ClearedDay day;

    @BeforeAll
    static void clear() throws Exception {
        events = TradingDay.events(ClearedDay.SEED);
        day = new ClearedDay();
    }

    private static List<Price> prices(PriceKind kind) {
        return day.read(Topic.PRICES, Price.class).stream()
                .filter(price -> price.getKind() == kind)
                .toList();
    }

    private static List<ExecutionReport> executions() {
        return day.read(Topic.EXECUTIONS, ExecutionReport.class);
    }

    @Test
    void everyTopicOfTheMarketIsSpokenOn() {
        assertThat(day.countByTopic())
                .containsOnlyKeys(
                        "afm.allocations",
                        "afm.audit",
                        "afm.depth",
                        "afm.executions",
                        "afm.prices",
                        "afm.statements",
                        "afm.surveillance")
                .allSatisfy((topic, count) -> assertThat(count).isGreaterThan(20));
    }

    @Test
    void everyContractIsSettledOnceAndHasOneIndex() {
        Set<String> closed = new TreeSet<>();
        Set<String> settled = new TreeSet<>();
        long last = (TradingDay.end() - START) / HOUR;
        for (String segment : TradingDay.SEGMENTS) {
            for (long hour = 1; hour <= last; hour++) {
                closed.add(TradingDay.contract(segment, hour));
                if (hour < last) {
                    settled.add(TradingDay.contract(segment, hour));
                }
            }
        }
        assertThat(prices(PriceKind.SETTLEMENT))
                .extracting(Price::getContract)
                .containsExactlyInAnyOrderElementsOf(closed);
        assertThat(prices(PriceKind.SETTLEMENT))
                .extracting(Price::getSettlementTier)
                .contains(SettlementTier.VWAP, SettlementTier.LAST_TRADE, SettlementTier.MODEL);
        assertThat(prices(PriceKind.INDEX))
                .extracting(Price::getContract)
                .containsExactlyInAnyOrderElementsOf(settled);
    }

    @Test
    void anIndexComesFromTelemetryIfThereIsAny() {
        assertThat(prices(PriceKind.INDEX))
                .allSatisfy(
                        price -> {
                            long start = ContractCode.parse(price.getContract()).startMillis();
                            long hour = (start - START) / HOUR;
                            boolean measured =
                                    hour != DayRecords.DARK_HOUR
                                            && hour < TradingDay.HOURS + TradingDay.HORIZON;
                            assertThat(price.getSettlementTier())
                                    .isEqualTo(
                                            measured ? SettlementTier.NONE : SettlementTier.MODEL);
                            assertThat(price.getTime().toEpochMilli())
                                    .isEqualTo(start + HOUR + (measured ? 5 : 30) * MINUTE);
                        });
    }

    @Test
    void everyCommandIsAnsweredOnce() {
        List<String> asked =
                events.stream()
                        .map(SegmentEvent::event)
                        .filter(MarketEvent.OrderCommand.class::isInstance)
                        .map(event -> event.position().toString())
                        .toList();
        assertThat(
                        executions().stream()
                                .filter(report -> report.getSourceTopic() != null)
                                .map(
                                        report ->
                                                report.getSourceTopic()
                                                        + "-"
                                                        + report.getSourcePartition()
                                                        + "@"
                                                        + report.getSourceOffset()))
                .containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void everyOrderEnds() {
        Set<String> open = new HashSet<>();
        for (ExecutionReport report : executions()) {
            assertThat(report.getOrderLots())
                    .isEqualTo(
                            report.getCumulativeLots()
                                    + report.getLeavesLots()
                                    + report.getCancelledLots());
            String own = report.getAccount() + "/" + report.getClientOrderId();
            String original = report.getAccount() + "/" + report.getOriginalClientOrderId();
            switch (report.getExecutionType()) {
                case NEW -> assertThat(open.add(own)).isTrue();
                case REPLACED -> {
                    assertThat(open.remove(original)).isTrue();
                    assertThat(open.add(own)).isTrue();
                }
                case REJECTED -> {
                    // It changes nothing.
                }
                default -> {
                    if (report.getLeavesLots() == 0) {
                        open.remove(own);
                        open.remove(original);
                    }
                }
            }
        }
        assertThat(open).isEmpty();
    }

    /** Every kind of order is accepted and trades; blocks are known by their command's type. */
    @Test
    void everyKindOfOrderTrades() {
        Map<String, String> kinds = new HashMap<>();
        for (SegmentEvent routed : events) {
            if (routed.event() instanceof MarketEvent.NewOrder order) {
                kinds.put(order.clientOrderId(), order.timeInForce().name());
            } else if (routed.event() instanceof MarketEvent.NewBlockOrder block) {
                kinds.put(block.clientOrderId(), "BLOCK");
            }
        }
        for (ExecutionType type : List.of(ExecutionType.NEW, ExecutionType.TRADE)) {
            assertThat(executions())
                    .filteredOn(report -> report.getExecutionType() == type)
                    .extracting(report -> kinds.get(report.getClientOrderId()))
                    .contains("GTC", "IOC", "FOK", "GTD", "BLOCK");
        }
        assertThat(executions())
                .extracting(ExecutionReport::getRejectionCode)
                .contains("DUPLICATE_ORDER", "ORDER_EXCEEDS_LIMIT", "EXCHANGE_CLOSED");
    }

    @Test
    void whatIsBoughtIsSold() {
        Map<String, Long> traded = new TreeMap<>();
        for (Price price : prices(PriceKind.CLEARING)) {
            traded.merge(price.getContract(), 2 * price.getVolumeLots(), Long::sum);
        }
        assertThat(
                        executions().stream()
                                .filter(r -> r.getExecutionType() == ExecutionType.TRADE)
                                .collect(
                                        Collectors.groupingBy(
                                                ExecutionReport::getContract,
                                                Collectors.summingLong(
                                                        ExecutionReport::getLastLots))))
                .isEqualTo(traded);
        assertThat(day.read(Topic.ALLOCATIONS, Allocation.class))
                .extracting(Allocation::getProvider)
                .contains(DayRecords.SHORT_PROVIDER);
    }

    @Test
    void aHaltHoldsUntilItIsResumed() {
        long halted = START + 2 * HOUR + 5 * MINUTE;
        long resumed = halted + 30 * MINUTE;
        assertThat(prices(PriceKind.CLEARING))
                .extracting(price -> price.getTime().toEpochMilli())
                .noneMatch(time -> time >= halted && time < resumed)
                .anyMatch(time -> time < halted)
                .anyMatch(time -> time > resumed && time < halted + HOUR)
                .anyMatch(time -> time > halted + HOUR);
        assertThat(executions())
                .filteredOn(report -> report.getText().contains("halted"))
                .isNotEmpty()
                .allMatch(
                        report -> {
                            long time = report.getTime().toEpochMilli();
                            return time >= halted && time < resumed;
                        });
    }
}
