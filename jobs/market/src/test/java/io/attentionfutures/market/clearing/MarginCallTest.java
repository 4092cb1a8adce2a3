package io.attentionfutures.market.clearing;

import static io.attentionfutures.market.clearing.Exchange.MINUTE;
import static io.attentionfutures.market.clearing.Exchange.NEXT_HOUR;
import static io.attentionfutures.market.clearing.Exchange.NOON;
import static io.attentionfutures.market.clearing.Exchange.contract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.MarketOutput.AuditRecorded;
import io.attentionfutures.market.clearing.MarketOutput.Decision;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionReport;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import io.attentionfutures.market.clearing.MarketOutput.StatementIssued;
import io.attentionfutures.market.clearing.MarketOutput.StatementReason;
import io.attentionfutures.market.margin.AccountStatus;
import java.math.BigInteger;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The investor is long 10 lots from 200 with a cash of 680. At a mark of 190 it has 380, and needs
 * 430.
 */
class MarginCallTest {
    private final Exchange exchange = Margins.exchange(s -> s.protectionTicks = 10);

    @BeforeEach
    void theInvestorIsLong() {
        exchange.deposit("investor", 700);
        exchange.deposit("investor2", 5_000);
        exchange.deposit("consumer", 30_000);
        exchange.deposit("consumer2", 30_000);
        exchange.deposit("provider", 30_000);
        exchange.trade("investor", "investor2", 10, 200);
    }

    @AfterEach
    void goesOnIdenticallyWhenRestored() {
        Replay.goesOnIdentically(exchange);
    }

    @Test
    void cashBelowMaintenanceIsCalledFor() {
        fallTo(190);

        StatementIssued call = statements("investor", StatementReason.MARGIN_CALL).get(0);
        assertThat(call.status()).isEqualTo(AccountStatus.MARGIN_CALL);
        assertThat(call.cash()).isEqualTo(680 - 10 * 10 * 3);
        assertThat(call.maintenance()).isEqualTo(430);
        assertThat(call.deadlineMillis()).isEqualTo(NOON + 2 * MINUTE + Margins.CALL_MILLIS);
        assertThat(exchange.last(AuditRecorded.class))
                .extracting(AuditRecorded::kind, AuditRecorded::subject, AuditRecorded::decision)
                .containsExactly("margin call", "investor", Decision.ENACTED);
    }

    @Test
    void cashOfExactlyMaintenanceIsEnough() {
        exchange.deposit("investor", 50);

        fallTo(190);

        assertThat(exchange.house.status("investor")).isEqualTo(AccountStatus.NORMAL);
    }

    @Test
    void aDepositEndsTheCall() {
        fallTo(190);
        exchange.deposit("investor", 49);
        assertThat(exchange.house.status("investor")).isEqualTo(AccountStatus.MARGIN_CALL);

        exchange.deposit("investor", 1);

        assertThat(exchange.house.status("investor")).isEqualTo(AccountStatus.NORMAL);
        assertThat(statements("investor", StatementReason.MARGIN_RESTORED)).hasSize(1);
        assertThat(exchange.advance(30 * MINUTE)).noneMatch(AuditRecorded.class::isInstance);
    }

    @Test
    void aRisingMarkEndsTheCall() {
        fallTo(190);

        exchange.trade("provider", "consumer", 10, 200);

        assertThat(exchange.house.status("investor")).isEqualTo(AccountStatus.NORMAL);
    }

    @Test
    void aCalledAccountMayCloseItsPositionAndNoMore() {
        fallTo(190);

        assertThat(exchange.buy("investor", "b", 1, 190).rejection())
                .isEqualTo(RejectionCode.ORDER_EXCEEDS_LIMIT);
        assertThat(exchange.sell("investor", "s1", 9, 190).type()).isEqualTo(ExecutionType.NEW);
        assertThat(exchange.sell("investor", "s2", 2, 190).rejection())
                .isEqualTo(RejectionCode.ORDER_EXCEEDS_LIMIT);
        assertThat(exchange.sell("investor", "s3", 1, 190).type()).isEqualTo(ExecutionType.NEW);
        assertThat(exchange.withdraw("investor", 1).rejection())
                .isEqualTo(RejectionCode.INSUFFICIENT_COLLATERAL);
    }

    @Test
    void anUnansweredCallCancelsAllOrders() {
        fallTo(190);
        exchange.sell("investor", "s1", 5, 300);

        exchange.advance(Margins.CALL_MILLIS - 1);
        assertThat(exchange.house.status("investor")).isEqualTo(AccountStatus.MARGIN_CALL);
        exchange.advance(1);

        assertThat(exchange.house.status("investor")).isEqualTo(AccountStatus.LIQUIDATING);
        assertThat(exchange.last(ExecutionReport.class))
                .extracting(ExecutionReport::clientOrderId, ExecutionReport::type)
                .containsExactly("s1", ExecutionType.CANCELED);
        assertThat(exchange.sell("investor", "s2", 5, 300).text())
                .isEqualTo("account investor: is being liquidated");
    }

    @Test
    void liquidationClosesThePositionInTheNextCalls() {
        fallTo(190);
        exchange.buy("consumer2", "bid", 6, 180);
        exchange.advance(Margins.CALL_MILLIS);
        assertThat(exchange.house.status("investor")).isEqualTo(AccountStatus.LIQUIDATING);

        exchange.advance(MINUTE);

        assertThat(exchange.house.position("investor", NEXT_HOUR)).isEqualTo(4);
        assertThat(liquidationOrders())
                .containsExactly(
                        tuple(ExecutionType.NEW, Side.SELL, 10L, 0L, 10L),
                        tuple(ExecutionType.TRADE, Side.SELL, 10L, 6L, 4L),
                        tuple(ExecutionType.CANCELED, Side.SELL, 10L, 6L, 0L));

        exchange.buy("consumer2", "bid2", 30, 180);
        exchange.advance(MINUTE);

        assertThat(exchange.house.position("investor", NEXT_HOUR)).isZero();
        assertThat(exchange.house.status("investor")).isEqualTo(AccountStatus.NORMAL);
        // All lots were sold at 180, whatever the thin calls were marked at in between.
        assertThat(exchange.cash("investor")).isEqualTo(680 - 10 * 20 * 3 - 10 * 2);
        assertThat(exchange.free("investor")).isEqualTo(exchange.cash("investor"));
    }

    @Test
    void restoredCashDoesNotStopALiquidation() {
        fallTo(190);
        exchange.advance(Margins.CALL_MILLIS);

        exchange.deposit("investor", 10_000);

        assertThat(exchange.house.status("investor")).isEqualTo(AccountStatus.LIQUIDATING);
        exchange.buy("consumer2", "bid", 10, 190);
        exchange.advance(MINUTE);
        assertThat(exchange.house.status("investor")).isEqualTo(AccountStatus.NORMAL);
        assertThat(exchange.house.position("investor", NEXT_HOUR)).isZero();
    }

    @Test
    void negativeCashIsLiquidatedAtOnce() {
        fallTo(170);

        assertThat(exchange.cash("investor")).isEqualTo(680 - 10 * 30 * 3);
        assertThat(exchange.house.status("investor")).isEqualTo(AccountStatus.LIQUIDATING);
        assertThat(statements("investor", StatementReason.MARGIN_CALL)).isEmpty();
        assertThat(statements("investor", StatementReason.LIQUIDATION)).hasSize(1);
    }

    @Test
    void theDefaultFundPaysBeforeTheOthers() {
        exchange.deposit(ClearingHouse.DEFAULT_FUND, 1_000);
        fallTo(170);
        exchange.buy("consumer2", "bid", 10, 170);
        long others = cashOfOthers();

        exchange.advance(MINUTE);

        // It lost 900 and paid 20 for the fills that closed it out.
        assertThat(exchange.cash("investor")).isZero();
        assertThat(exchange.cash(ClearingHouse.DEFAULT_FUND)).isEqualTo(1_000 - 240);
        assertThat(cashOfOthers()).isEqualTo(others - 20);
        assertThat(exchange.house.status("investor")).isEqualTo(AccountStatus.NORMAL);
        assertThat(statements("investor", StatementReason.DEFAULT))
                .extracting(StatementIssued::amount)
                .containsExactly(BigInteger.valueOf(240));
    }

    @Test
    void theOthersPayTheRestInProportionToTheirCash() {
        exchange.deposit(ClearingHouse.DEFAULT_FUND, 100);
        fallTo(170);
        exchange.buy("consumer2", "bid", 10, 170);
        long fees = exchange.cash(ClearingHouse.FEES);
        // What they have before they pay; consumer2 pays 20 for its fill first.
        long[] cash = {
            exchange.cash("consumer"),
            exchange.cash("consumer2") - 20,
            exchange.cash("investor2"),
            exchange.cash("provider")
        };
        long total = cash[0] + cash[1] + cash[2] + cash[3];

        exchange.advance(MINUTE);

        assertThat(exchange.cash(ClearingHouse.DEFAULT_FUND)).isZero();
        assertThat(exchange.cash(ClearingHouse.FEES)).isEqualTo(fees + 40);
        assertThat(cashOfOthers()).isEqualTo(total - 140);
        String[] names = {"consumer", "consumer2", "investor2", "provider"};
        for (int i = 0; i < names.length; i++) {
            double share = 140.0 * cash[i] / total;
            assertThat((double) (cash[i] - exchange.cash(names[i])))
                    .as(names[i])
                    .isBetween(Math.floor(share), Math.ceil(share));
        }
        assertThat(statements("consumer", StatementReason.DEFAULT)).hasSize(1);
        assertThat(exchange.last(AuditRecorded.class).text())
                .isEqualTo("shortfall 240, default fund paid 100, 4 accounts paid the rest");
    }

    @Test
    void anInterestInAnotherHourIsNotForgottenByARestore() {
        exchange.enter(
                "investor", "o", contract(2), Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 1, 200);
        exchange.command(
                new MarketEvent.CancelOrder(exchange.next(), "investor", "c", contract(2), "o"));
        fallTo(190);

        exchange.enter(
                "consumer", "o", contract(2), Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 10, 200);
        exchange.advance(MINUTE);

        assertThat(exchange.house.status("investor")).isEqualTo(AccountStatus.MARGIN_CALL);
    }

    /** Moves the mark with lots of others. */
    private void fallTo(long ticks) {
        exchange.trade("consumer", "provider", 10, ticks);
    }

    private long cashOfOthers() {
        return exchange.cash("consumer")
                + exchange.cash("consumer2")
                + exchange.cash("investor2")
                + exchange.cash("provider");
    }

    private List<StatementIssued> statements(String account, StatementReason reason) {
        return exchange.said(StatementIssued.class).stream()
                .filter(s -> s.account().equals(account) && s.reason() == reason)
                .toList();
    }

    private List<Tuple> liquidationOrders() {
        return exchange.said(ExecutionReport.class).stream()
                .filter(r -> r.clientOrderId().startsWith(MarginCalls.LIQUIDATION))
                .map(
                        r ->
                                tuple(
                                        r.type(),
                                        r.side(),
                                        r.orderLots(),
                                        r.cumulativeLots(),
                                        r.leavesLots()))
                .toList();
    }
}
