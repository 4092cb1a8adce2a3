package io.attentionfutures.market.clearing;

import static io.attentionfutures.market.clearing.Exchange.HOUR;
import static io.attentionfutures.market.clearing.Exchange.MINUTE;
import static io.attentionfutures.market.clearing.Exchange.NEXT_HOUR;
import static io.attentionfutures.market.clearing.Exchange.NOON;
import static io.attentionfutures.market.clearing.Exchange.contract;
import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.Specifications;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionReport;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.PricePublished;
import org.junit.jupiter.api.Test;

class ListingTest {
    private final Exchange exchange = Exchange.open(Specifications.plain());

    @Test
    void listsTheHorizonWhenTheMarketOpens() {
        assertThat(exchange.house.netPositions())
                .containsOnlyKeys(contract(1), contract(2), contract(3), contract(4));
    }

    @Test
    void listsOneMoreAtEachPeriodAndClosesOneAtEachGate() {
        exchange.advance(45 * MINUTE);
        assertThat(exchange.house.netPositions())
                .containsOnlyKeys(contract(2), contract(3), contract(4));

        exchange.advance(15 * MINUTE);
        assertThat(exchange.house.netPositions())
                .containsOnlyKeys(contract(2), contract(3), contract(4), contract(5));
    }

    @Test
    void doesNotListWhatHasAlreadyClosed() {
        Exchange late = new Exchange();
        late.advance(50 * MINUTE);
        late.specify(Specifications.plain());

        assertThat(late.house.netPositions())
                .containsOnlyKeys(contract(2), contract(3), contract(4));
    }

    @Test
    void ignoresAMarketOfAnotherSegment() {
        Exchange other = new Exchange();
        other.specify(Specifications.with(s -> s.segment = "USE1"));

        assertThat(other.house.openContracts()).isZero();
        assertThat(other.house.nextDeadlineMillis()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void appliesSafeChangesToContractsThatTrade() {
        exchange.buy("consumer", "b1", 5, 190);
        exchange.advance(MINUTE);
        exchange.specify(
                Specifications.with(
                        s -> {
                            s.maximumOrderLots = 3;
                            s.gateClosureMillis = 30 * MINUTE;
                            s.listingHorizon = 6;
                        }));

        assertThat(exchange.buy("consumer", "b2", 5, 190).type()).isEqualTo(ExecutionType.REJECTED);
        assertThat(exchange.house.openContracts()).isEqualTo(6);

        exchange.advance(29 * MINUTE);

        assertThat(exchange.last(ExecutionReport.class).type()).isEqualTo(ExecutionType.EXPIRED);
    }

    @Test
    void closesAtOnceWhenANewGateTimeHasPassed() {
        exchange.buy("consumer", "b1", 5, 190);
        exchange.advance(20 * MINUTE);
        exchange.specify(Specifications.with(s -> s.gateClosureMillis = 50 * MINUTE));

        ExecutionReport expired = exchange.last(ExecutionReport.class);
        assertThat(expired.type()).isEqualTo(ExecutionType.EXPIRED);
        assertThat(expired.timeMillis()).isEqualTo(NOON + 20 * MINUTE);
    }

    @Test
    void neverListsAContractAgainThatHasClosed() {
        exchange.advance(50 * MINUTE);
        exchange.specify(Specifications.with(s -> s.gateClosureMillis = 0));

        assertThat(exchange.buy("consumer", "b1", 5, 190).rejection())
                .isEqualTo(MarketOutput.RejectionCode.TOO_LATE_TO_ENTER);
        assertThat(exchange.house.netPositions()).doesNotContainKey(NEXT_HOUR);
    }

    @Test
    void refusesChangesThatWouldAlterWhatWasTraded() {
        exchange.buy("consumer", "b1", 5, 200);
        exchange.specify(Specifications.with(s -> s.tickValue = 100));
        exchange.specify(Specifications.with(s -> s.lotSize = 100));
        exchange.specify(Specifications.with(s -> s.periodMillis = 2 * HOUR));
        exchange.specify(Specifications.with(s -> s.segment = "USE1"));
        exchange.sell("provider", "s1", 5, 200);

        assertThat(exchange.house.openContracts()).isEqualTo(4);
        exchange.advance(45 * MINUTE);

        assertThat(exchange.house.cash("consumer")).isEqualTo(-5 * 200 * 3);
        assertThat(exchange.house.cash(ClearingHouse.ESCROW)).isEqualTo(5 * 200 * 3);
    }

    @Test
    void changesTheCallInterval() {
        exchange.advance(MINUTE);
        exchange.buy("consumer", "b1", 5, 190);
        exchange.specify(Specifications.with(s -> s.callIntervalMillis = 10_000));

        assertThat(exchange.house.nextDeadlineMillis()).isEqualTo(NOON + MINUTE + 10_000);
        assertThat(exchange.advance(10_000)).hasSize(2);
    }

    @Test
    void runsDeadlinesInOrderOfTime() {
        exchange.buy("consumer", "b1", 5, 190);
        exchange.advance(6 * HOUR);

        long previous = 0;
        for (MarketOutput output : exchange.said(MarketOutput.class)) {
            assertThat(output.timeMillis()).isGreaterThanOrEqualTo(previous);
            previous = output.timeMillis();
        }
        assertThat(exchange.said(PricePublished.class))
                .extracting(PricePublished::timeMillis)
                .contains(NOON + MINUTE, NOON + HOUR + MINUTE, NOON + 5 * HOUR + MINUTE);
    }

    @Test
    void theEndOfAllInputIsNoTime() {
        exchange.house.advanceTo(Long.MAX_VALUE, output -> {});

        assertThat(exchange.house.openContracts()).isEqualTo(4);
    }
}
