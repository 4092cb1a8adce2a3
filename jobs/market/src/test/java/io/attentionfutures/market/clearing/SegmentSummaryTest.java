package io.attentionfutures.market.clearing;

import static io.attentionfutures.market.clearing.Exchange.HOUR;
import static io.attentionfutures.market.clearing.Exchange.MINUTE;
import static io.attentionfutures.market.clearing.Exchange.NEXT_HOUR;
import static io.attentionfutures.market.clearing.Exchange.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.clearing.MarketEvent.DirectiveAction;
import io.attentionfutures.market.clearing.SegmentSummary.MarketSummary;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The investor is long 10 lots from 200 with a cash of 680, of which it must keep 450. */
class SegmentSummaryTest {
    private static final String MARKET = "H100.EUW1";

    private final Exchange exchange = Margins.exchange(s -> s.protectionTicks = 10);

    @BeforeEach
    void theInvestorIsLong() {
        exchange.deposit("investor", 700);
        exchange.deposit("investor2", 5_000);
        exchange.deposit("consumer", 30_000);
        exchange.deposit("provider", 30_000);
        exchange.trade("investor", "investor2", 10, 200);
    }

    @AfterEach
    void isTheSameWhenRestored() {
        assertThat(restored().summary()).isEqualTo(exchange.house.summary());
    }

    private ClearingHouse restored() {
        MapStore store = new MapStore();
        exchange.house.writeChanges(store);
        return ClearingHouse.restore("EUW1", store.shuffled(new Random(1)));
    }

    private MarketSummary market() {
        return exchange.house.summary().markets().get(MARKET);
    }

    @Test
    void aQuietMarketLacksNothing() {
        SegmentSummary summary = exchange.house.summary();

        assertThat(summary.clockMillis()).isEqualTo(NOON + MINUTE);
        assertThat(summary.calledAccounts()).isZero();
        assertThat(summary.marginShortfall()).isZero();
        assertThat(summary.cashImbalance()).isZero();
        assertThat(summary.lotImbalance()).isZero();
        assertThat(market().haltedContracts()).isZero();
        assertThat(market().openContracts()).isEqualTo(exchange.house.openContracts());
        assertThat(market().lastPriceTicks()).isEqualTo(200);
    }

    @Test
    void theShortfallIsWhatCalledAccountsLackToTheirMaintenanceMargin() {
        exchange.trade("consumer", "provider", 10, 190);

        SegmentSummary summary = exchange.house.summary();
        assertThat(summary.calledAccounts()).isEqualTo(1);
        assertThat(summary.marginShortfall()).isEqualTo(BigInteger.valueOf(430 - 380));
    }

    @Test
    void anAnsweredCallLeavesNoShortfall() {
        exchange.trade("consumer", "provider", 10, 190);

        exchange.deposit("investor", 50);

        assertThat(exchange.house.summary().calledAccounts()).isZero();
        assertThat(exchange.house.summary().marginShortfall()).isZero();
    }

    @Test
    void haltedContractsAreCountedUntilTheyAreResumed() {
        exchange.direct(DirectiveAction.HALT, NEXT_HOUR);
        assertThat(market().haltedContracts()).isEqualTo(1);

        exchange.direct(DirectiveAction.HALT, MARKET);
        assertThat(market().haltedContracts()).isEqualTo(market().openContracts()).isPositive();

        exchange.direct(DirectiveAction.RESUME, MARKET);
        assertThat(market().haltedContracts()).isZero();
    }

    @Test
    void aForecastIsAsOldAsItsRecord() {
        assertThat(market().forecastMillis()).isNegative();

        exchange.forecast(900, 80, 24);
        exchange.advance(10 * MINUTE);

        assertThat(market().forecastMillis()).isEqualTo(NOON + MINUTE);
        assertThat(exchange.house.summary().clockMillis()).isEqualTo(NOON + 11 * MINUTE);
        assertThat(market().referenceTicks()).isNotNegative();
    }

    @Test
    void contractsAreDeliveredBetweenTheirGateAndTheirSettlement() {
        exchange.advance(HOUR);

        assertThat(market().deliveringContracts()).isEqualTo(1);
        assertThat(exchange.house.summary().lotImbalance()).isZero();
    }

    @Test
    void moneyThatCameFromNowhereShows() {
        AccountState investor = exchange.house.segment.accounts.get("investor");
        new Ledger(exchange.house.segment, null).pay(investor, BigInteger.TWO);

        assertThat(exchange.house.summary().cashImbalance()).isEqualTo(BigInteger.TWO);
    }

    @Test
    void aFillOfOneSideShows() {
        ContractState contract = exchange.house.segment.contracts.get(NEXT_HOUR);
        Position position = contract.positions.get("investor");
        contract.add(position, -3);
        contract.touch(position);
        exchange.house.segment.changes.touch(contract);

        assertThat(exchange.house.summary().lotImbalance()).isEqualTo(3);
    }
}
