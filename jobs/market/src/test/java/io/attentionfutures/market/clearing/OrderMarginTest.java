package io.attentionfutures.market.clearing;

import static io.attentionfutures.market.clearing.Exchange.MINUTE;
import static io.attentionfutures.market.clearing.Exchange.NEXT_HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionReport;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What orders hold back, at 60 of margin for a lot marked at 200 and 2 of fee. */
class OrderMarginTest {
    private Exchange exchange = Margins.exchange();

    @AfterEach
    void goesOnIdenticallyWhenRestored() {
        Replay.goesOnIdentically(exchange);
    }

    @Test
    void anOrderReservesMarginAndFee() {
        exchange.deposit("investor", 1000);

        exchange.buy("investor", "b1", 10, 200);

        assertThat(exchange.free("investor")).isEqualTo(1000 - 10 * (60 + 2));
        assertThat(exchange.cash("investor")).isEqualTo(1000);
    }

    @Test
    void aMarketableLimitReservesTheLossThatItLocksIn() {
        exchange.deposit("investor", 2000);

        exchange.buy("investor", "b1", 10, 210);

        assertThat(exchange.free("investor")).isEqualTo(2000 - 10 * (60 + 10 * 3 + 2));
    }

    @Test
    void aMarketOrderReservesTheLossAtTheWorstPrice() {
        exchange.deposit("investor", 100_000);

        market("investor", Side.BUY, 10);
        market("investor2", Side.SELL, 1);

        assertThat(exchange.free("investor")).isEqualTo(100_000 - 10 * (60 + 800 * 3 + 2));
        assertThat(exchange.last(ExecutionReport.class).rejection())
                .isEqualTo(RejectionCode.ORDER_EXCEEDS_LIMIT);
    }

    @Test
    void onlyTheRiskierSideNeedsMargin() {
        exchange.deposit("investor", 1000);

        exchange.buy("investor", "b1", 10, 190);
        exchange.sell("investor", "s1", 10, 210);

        assertThat(exchange.free("investor")).isEqualTo(1000 - 10 * 60 - 20 * 2);
    }

    @Test
    void aCancelGivesBackToTheUnit() {
        exchange.deposit("investor", 1000);
        exchange.buy("investor", "b1", 7, 201);

        exchange.cancel("investor", "b1");

        assertThat(exchange.free("investor")).isEqualTo(1000);
    }

    @Test
    void aReplacementReservesForTheNewOrderOnly() {
        exchange.deposit("investor", 1000);
        exchange.buy("investor", "b1", 10, 200);

        exchange.replace("investor", "b1", "b2", 15, 200);
        assertThat(exchange.free("investor")).isEqualTo(1000 - 15 * 62);
        exchange.replace("investor", "b2", "b3", 5, 200);
        assertThat(exchange.free("investor")).isEqualTo(1000 - 5 * 62);
        expect(
                exchange.replace("investor", "b3", "b4", 17, 200),
                "lots 17: needs 744 more of collateral, 690 is free");
    }

    @Test
    void expiryAtTheGateGivesBackToTheUnit() {
        exchange.deposit("investor", 1000);
        exchange.buy("investor", "b1", 10, 199);

        exchange.advance(45 * MINUTE);

        assertThat(exchange.last(ExecutionReport.class).type()).isEqualTo(ExecutionType.EXPIRED);
        assertThat(exchange.free("investor")).isEqualTo(1000);
    }

    @Test
    void anImmediateOrderThatDoesNotFillGivesBackToTheUnit() {
        exchange.deposit("investor", 1000);
        exchange.enter(
                "investor", "b1", NEXT_HOUR, Side.BUY, OrderType.LIMIT, TimeInForce.IOC, 10, 199);

        exchange.advance(MINUTE);

        assertThat(exchange.free("investor")).isEqualTo(1000);
    }

    @Test
    void aFillTurnsTheReserveIntoThePositionsMargin() {
        exchange.deposit("investor", 1000);
        exchange.deposit("investor2", 1000);

        exchange.trade("investor", "investor2", 10, 200);

        assertThat(exchange.cash("investor")).isEqualTo(980);
        assertThat(exchange.free("investor")).isEqualTo(980 - 600);
        assertThat(exchange.free("investor2")).isEqualTo(980 - 600);
    }

    @Test
    void aPartialFillKeepsTheRestReserved() {
        exchange.deposit("investor", 2000);
        exchange.deposit("investor2", 2000);
        exchange.buy("investor", "b1", 25, 200);
        exchange.sell("investor2", "s1", 10, 200);

        exchange.advance(MINUTE);

        assertThat(exchange.free("investor")).isEqualTo(2000 - 10 * 2 - 25 * 60 - 15 * 2);
        exchange.cancel("investor", "b1");
        assertThat(exchange.free("investor")).isEqualTo(2000 - 10 * 2 - 10 * 60);
    }

    @Test
    void closingAPositionGivesItsMarginBack() {
        exchange.deposit("investor", 1000);
        exchange.deposit("investor2", 1000);
        exchange.trade("investor", "investor2", 10, 200);

        exchange.trade("investor2", "investor", 10, 200);

        assertThat(exchange.house.position("investor", NEXT_HOUR)).isZero();
        assertThat(exchange.free("investor")).isEqualTo(1000 - 40);
    }

    @Test
    void anOrderNeedsFreeCollateral() {
        exchange.deposit("investor", 1000);

        expect(
                exchange.buy("investor", "b1", 17, 200),
                "lots 17: needs 1054 more of collateral, 1000 is free");
        assertThat(exchange.buy("investor", "b1", 16, 200).type()).isEqualTo(ExecutionType.NEW);
        assertThat(exchange.free("investor")).isEqualTo(8);
        expect(
                exchange.buy("investor", "b2", 1, 200),
                "lots 1: needs 62 more of collateral, 8 is free");
    }

    @Test
    void nobodyMayComeToHoldMoreThanThePositionLimit() {
        exchange = Margins.exchange(s -> s.margin = Margins.withPositionLimit(20));
        exchange.deposit("investor", 100_000);
        exchange.buy("investor", "b1", 15, 190);

        expect(
                exchange.buy("investor", "b2", 6, 190),
                "lots 6: investor could come to hold 21 lots, the position limit of "
                        + NEXT_HOUR
                        + " is 20");
        assertThat(exchange.buy("investor", "b3", 5, 190).type()).isEqualTo(ExecutionType.NEW);
        assertThat(exchange.sell("investor", "s1", 20, 210).type()).isEqualTo(ExecutionType.NEW);
        expect(exchange.sell("investor", "s2", 1, 210), "lots 1: investor could come to hold 21");
    }

    @Test
    void aConsumerSellsNoMoreThanItHolds() {
        exchange.deposit("consumer", 100_000);
        exchange.deposit("provider", 100_000);
        expect(
                exchange.sell("consumer", "s1", 1, 200),
                "lots 1: a consumer sells no more than it holds");
        exchange.trade("consumer", "provider", 10, 200);

        assertThat(exchange.sell("consumer", "s2", 10, 210).type()).isEqualTo(ExecutionType.NEW);
        expect(exchange.sell("consumer", "s3", 1, 210), "lots 1: a consumer sells no more");
    }

    @Test
    void aProviderSellsNoMoreThanItHasVerified() {
        exchange.provider("small", 8);
        exchange.deposit("small", 100_000);

        assertThat(exchange.sell("small", "s1", 8, 200).type()).isEqualTo(ExecutionType.NEW);
        assertThat(exchange.free("small")).isEqualTo(100_000 - 8 * (120 + 2));
        expect(
                exchange.sell("small", "s2", 1, 200),
                "lots 1: the provider has verified 8 lots of this market");
    }

    @Test
    void aProviderBuysNoMoreThanItHasSold() {
        exchange.deposit("consumer", 100_000);
        exchange.deposit("provider", 100_000);
        expect(
                exchange.buy("provider", "b1", 1, 200),
                "lots 1: a provider buys no more than it has sold");
        exchange.trade("consumer", "provider", 10, 200);

        assertThat(exchange.buy("provider", "b2", 10, 190).type()).isEqualTo(ExecutionType.NEW);
        expect(exchange.buy("provider", "b3", 1, 190), "lots 1: a provider buys no more");
    }

    @Test
    void whoPaysInFullReservesTheWholePrice() {
        exchange.account(paying("cautious", true));
        exchange.deposit("cautious", 10_000);
        exchange.deposit("provider", 10_000);

        exchange.buy("cautious", "b1", 10, 210);
        assertThat(exchange.free("cautious")).isEqualTo(10_000 - 10 * (210 * 3 + 2));
        exchange.cancel("cautious", "b1");
        exchange.trade("cautious", "provider", 10, 200);

        assertThat(exchange.cash("cautious")).isEqualTo(10_000 - 20);
        assertThat(exchange.free("cautious")).isEqualTo(10_000 - 20 - 10 * 200 * 3);
    }

    @Test
    void anAccountThatIsChangedToPayInFullNeedsTheWholePriceAtOnce() {
        exchange.account(paying("cautious", false));
        exchange.deposit("cautious", 10_000);
        exchange.deposit("provider", 10_000);
        exchange.trade("cautious", "provider", 10, 200);
        assertThat(exchange.free("cautious")).isEqualTo(10_000 - 20 - 600);

        exchange.account(paying("cautious", true));

        assertThat(exchange.free("cautious")).isEqualTo(10_000 - 20 - 10 * 200 * 3);
    }

    private static Account paying(String id, boolean inFull) {
        return new Account(id, Role.CONSUMER, true, 1, inFull, new TreeMap<>());
    }

    private void market(String account, Side side, long lots) {
        exchange.enter(account, "m1", NEXT_HOUR, side, OrderType.MARKET, TimeInForce.GTC, lots, 0);
    }

    private static void expect(ExecutionReport report, String text) {
        assertThat(report.type()).isEqualTo(ExecutionType.REJECTED);
        assertThat(report.rejection()).isEqualTo(RejectionCode.ORDER_EXCEEDS_LIMIT);
        assertThat(report.text()).startsWith(text);
    }
}
