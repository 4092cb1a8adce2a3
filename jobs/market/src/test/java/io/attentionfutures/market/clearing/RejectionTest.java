package io.attentionfutures.market.clearing;

import static io.attentionfutures.market.clearing.Exchange.MINUTE;
import static io.attentionfutures.market.clearing.Exchange.NEXT_HOUR;
import static io.attentionfutures.market.clearing.Exchange.contract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.SelfTradePrevention;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.Specifications;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.MarketEvent.CancelOrder;
import io.attentionfutures.market.clearing.MarketEvent.NewOrder;
import io.attentionfutures.market.clearing.MarketEvent.ReplaceOrder;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionReport;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RejectionTest {
    private final Exchange exchange =
            Exchange.open(
                    Specifications.with(
                            s -> {
                                s.priceIncrementTicks = 5;
                                s.freezeMillis = 10_000;
                                s.bandFloorTicks = 100;
                                s.bandFraction = 0;
                            }));

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = "stranger")
    void ofAnAccountThatNobodyKnows(String account) {
        expect(
                exchange.buy(account, "1", 5, 200),
                RejectionCode.UNKNOWN_ACCOUNT,
                "account " + account + ": not known in segment EUW1");
    }

    @Test
    void ofAnAccountThatIsNotActive() {
        exchange.account(new Account("consumer", Role.CONSUMER, false, 1));

        expect(
                exchange.buy("consumer", "1", 5, 200),
                RejectionCode.ACCOUNT_NOT_ACTIVE,
                "account consumer: must be active to trade");
    }

    @Test
    void ofARegulatorsOrder() {
        expect(
                exchange.buy("watchdog", "1", 5, 200),
                RejectionCode.ACCOUNT_NOT_ACTIVE,
                "account watchdog: a regulator enters no orders");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "nonsense",
                "H100.EUW1.1H.tomorrow",
                "A100.EUW1.1H.20261122T13Z",
                "H100.EUW1.2H.20261122T14Z",
                "H100.EUW1.10M.20261122T1310Z"
            })
    void ofAContractThatDoesNotExist(String contract) {
        ExecutionReport report = enter(contract);

        expect(report, RejectionCode.UNKNOWN_CONTRACT, "contract " + contract + ": ");
        assertThat(report.contract()).isEqualTo(contract == null ? "" : contract);
    }

    @Test
    void ofAnyContractInASegmentWithoutMarkets() {
        Exchange empty = new Exchange();

        expect(
                empty.buy("stranger", "1", 5, 200),
                RejectionCode.UNKNOWN_CONTRACT,
                "contract " + NEXT_HOUR + ": segment EUW1 has no markets");
    }

    @Test
    void ofAContractThatIsNotListedYet() {
        expect(
                enter(contract(5)),
                RejectionCode.EXCHANGE_CLOSED,
                "contract "
                        + contract(5)
                        + ": trading opens 4 periods before delivery, at 2026-11-22T13:00:00Z");
    }

    @Test
    void ofAContractWhoseGateHasClosed() {
        exchange.buy("consumer", "1", 5, 200);
        exchange.advance(45 * MINUTE);

        expect(
                exchange.buy("consumer", "2", 5, 200),
                RejectionCode.TOO_LATE_TO_ENTER,
                "contract " + NEXT_HOUR + ": its gate closed at 2026-11-22T12:45:00Z");
        expect(exchange.cancel("consumer", "1"), RejectionCode.TOO_LATE_TO_ENTER, "contract ");
        expect(enter(contract(0)), RejectionCode.TOO_LATE_TO_ENTER, "contract ");
    }

    @Test
    void ofACancelShortlyBeforeACall() {
        exchange.buy("consumer", "1", 5, 200);
        exchange.advance(MINUTE - 10_000);

        expect(
                exchange.cancel("consumer", "1"),
                RejectionCode.TOO_LATE_TO_CANCEL,
                "contract "
                        + NEXT_HOUR
                        + ": frozen for 10000 ms before the call at 2026-11-22T12:01:00Z");
        expect(
                exchange.replace("consumer", "1", "2", 4, 200),
                RejectionCode.TOO_LATE_TO_CANCEL,
                "contract");
        expect(exchange.cancel("consumer", "9"), RejectionCode.TOO_LATE_TO_CANCEL, "contract");
        assertThat(exchange.buy("consumer", "2", 5, 200).type()).isEqualTo(ExecutionType.NEW);

        exchange.advance(10_000);

        assertThat(exchange.cancel("consumer", "1").type()).isEqualTo(ExecutionType.CANCELED);
    }

    @Test
    void ofAnOrderThatNobodyEntered() {
        exchange.buy("consumer", "1", 5, 200);

        expect(
                exchange.cancel("consumer", "2"),
                RejectionCode.UNKNOWN_ORDER,
                "originalClientOrderId 2: this account has no such order in " + NEXT_HOUR);
        expect(exchange.cancel("provider", "1"), RejectionCode.UNKNOWN_ORDER, "original");
        expect(exchange.cancel("consumer", null), RejectionCode.UNKNOWN_ORDER, "original");
        expect(
                exchange.replace("consumer", "2", "3", 1, 200),
                RejectionCode.UNKNOWN_ORDER,
                "original");
    }

    @Test
    void ofAnOrderThatIsNoMore() {
        exchange.buy("consumer", "1", 5, 200);
        exchange.cancel("consumer", "1");

        expect(
                exchange.cancel("consumer", "1"),
                RejectionCode.UNKNOWN_ORDER,
                "originalClientOrderId 1: this order is already filled, cancelled or replaced");
    }

    @Test
    void ofAnIdThatWasUsedBefore() {
        exchange.buy("consumer", "1", 5, 200);
        exchange.cancel("consumer", "1");

        expect(
                exchange.buy("consumer", "1", 5, 200),
                RejectionCode.DUPLICATE_ORDER,
                "clientOrderId 1: already used by this account in " + NEXT_HOUR);
        assertThat(exchange.buy("consumer2", "1", 5, 200).type()).isEqualTo(ExecutionType.NEW);
        exchange.buy("consumer", "2", 5, 200);
        expect(
                exchange.replace("consumer", "2", "1", 4, 200),
                RejectionCode.DUPLICATE_ORDER,
                "clientOrderId 1");
        expect(
                exchange.replace("consumer", "2", "2", 4, 200),
                RejectionCode.DUPLICATE_ORDER,
                "clientOrderId 2");
    }

    @Test
    void butNotOfAnIdThatWasOnlyRejectedBefore() {
        expect(exchange.buy("consumer", "1", 0, 200), RejectionCode.INCORRECT_QUANTITY, "lots");

        assertThat(exchange.buy("consumer", "1", 5, 200).type()).isEqualTo(ExecutionType.NEW);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -3, 1001, Long.MAX_VALUE, Long.MIN_VALUE})
    void ofAQuantityOutOfRange(long lots) {
        expect(
                exchange.buy("consumer", "1", lots, 200),
                RejectionCode.INCORRECT_QUANTITY,
                "lots " + lots + ": must be 1 to 1000");
    }

    @Test
    void ofAQuantityThatIsAlreadyFilled() {
        exchange.buy("consumer", "1", 10, 200);
        exchange.sell("provider", "1", 4, 200);
        exchange.advance(MINUTE);

        expect(
                exchange.replace("consumer", "1", "2", 4, 200),
                RejectionCode.INCORRECT_QUANTITY,
                "lots 4: must be 5 to 1000, 4 are filled");
    }

    @Test
    void ofALimitBetweenIncrements() {
        expect(
                exchange.buy("consumer", "1", 5, 203),
                RejectionCode.INVALID_PRICE_INCREMENT,
                "limitTicks 203: must be a multiple of 5");
    }

    @ParameterizedTest
    @ValueSource(longs = {95, 305, -5, 5_000_000_000L})
    void ofALimitOutsideTheBand(long limit) {
        expect(
                exchange.buy("consumer", "1", 5, limit),
                RejectionCode.PRICE_EXCEEDS_CURRENT_PRICE_BAND,
                "limitTicks " + limit + ": must be in the band [100, 300]");
        exchange.buy("consumer", "2", 5, 200);
        expect(
                exchange.replace("consumer", "2", "3", 5, limit),
                RejectionCode.PRICE_EXCEEDS_CURRENT_PRICE_BAND,
                "limitTicks " + limit);
    }

    @ParameterizedTest
    @CsvSource({", LIMIT, GTC, side", "BUY, , GTC, type", "BUY, LIMIT, , timeInForce"})
    void ofAnOrderThatLacksSomething(
            Side side, OrderType type, TimeInForce timeInForce, String field) {
        expect(
                exchange.enter("consumer", "1", NEXT_HOUR, side, type, timeInForce, 5, 200),
                RejectionCode.UNSUPPORTED_ORDER_CHARACTERISTIC,
                field + " null: must be ");
    }

    @ParameterizedTest
    @NullAndEmptySource
    void ofAnOrderWithoutId(String id) {
        expect(
                exchange.buy("consumer", id, 5, 200),
                RejectionCode.UNSUPPORTED_ORDER_CHARACTERISTIC,
                "clientOrderId " + id + ": must be 1 to 128 characters");
        exchange.buy("consumer", "1", 5, 200);
        expect(
                exchange.replace("consumer", "1", id, 4, 200),
                RejectionCode.UNSUPPORTED_ORDER_CHARACTERISTIC,
                "clientOrderId");
    }

    @Test
    void ofAnIdThatIsTooLong() {
        ExecutionReport report = exchange.buy("consumer", "x".repeat(129), 5, 200);

        expect(report, RejectionCode.UNSUPPORTED_ORDER_CHARACTERISTIC, "clientOrderId xxx");
        assertThat(report.text()).hasSizeLessThan(200);
    }

    @Test
    void ofAnOrderThatCouldMeetTheAccountsOwn() {
        exchange.sell("investor", "1", 5, 210);

        expect(
                exchange.buy("investor", "2", 5, 210),
                RejectionCode.SELF_CROSS,
                "limitTicks 210: could meet the account's own order 1");
        assertThat(exchange.buy("investor", "3", 5, 205).type()).isEqualTo(ExecutionType.NEW);
        expect(
                exchange.replace("investor", "3", "4", 5, 210),
                RejectionCode.SELF_CROSS,
                "limitTicks 210");
        expect(
                exchange.enter(
                        "investor",
                        "5",
                        NEXT_HOUR,
                        Side.BUY,
                        OrderType.MARKET,
                        TimeInForce.GTC,
                        5,
                        0),
                RejectionCode.SELF_CROSS,
                "type MARKET: could meet the account's own order 1");
        assertThat(exchange.buy("consumer", "6", 5, 210).type()).isEqualTo(ExecutionType.NEW);
    }

    @Test
    void cancelsTheOwnOrdersInsteadWhereTheMarketSaysSo() {
        Exchange other =
                Exchange.open(
                        Specifications.with(
                                s -> s.selfTradePrevention = SelfTradePrevention.CANCEL_RESTING));
        other.sell("investor", "1", 5, 210);
        other.sell("investor", "2", 5, 205);
        other.sell("investor", "3", 5, 220);

        assertThat(other.buy("investor", "4", 5, 215).type()).isEqualTo(ExecutionType.NEW);

        assertThat(other.said(ExecutionReport.class))
                .filteredOn(report -> report.type() == ExecutionType.CANCELED)
                .extracting(ExecutionReport::clientOrderId, ExecutionReport::cause)
                .containsExactly(
                        tuple("2", null),
                        tuple("1", null));
        assertThat(other.house.restingOrders()).isEqualTo(2);
    }

    @Test
    void namesTheFirstCheckThatFails() {
        expect(
                exchange.enter("consumer", "1", NEXT_HOUR, null, OrderType.LIMIT, null, 0, 3),
                RejectionCode.INCORRECT_QUANTITY,
                "lots 0");
        expect(
                exchange.enter("consumer", "1", NEXT_HOUR, null, OrderType.LIMIT, null, 1, 3),
                RejectionCode.INVALID_PRICE_INCREMENT,
                "limitTicks 3");
        expect(
                exchange.enter("consumer", "1", NEXT_HOUR, null, OrderType.LIMIT, null, 1, 5),
                RejectionCode.PRICE_EXCEEDS_CURRENT_PRICE_BAND,
                "limitTicks 5");
    }

    @Test
    void neverThrowsOnNulls() {
        exchange.command(new NewOrder(exchange.next(), null, null, null, null, null, null, 0, 0));
        exchange.command(
                new NewOrder(exchange.next(), "consumer", null, NEXT_HOUR, null, null, null, 1, 0));
        exchange.command(new CancelOrder(exchange.next(), null, null, null, null));
        exchange.command(new CancelOrder(exchange.next(), "consumer", null, NEXT_HOUR, null));
        exchange.command(new ReplaceOrder(exchange.next(), null, null, null, null, 0, 0));
        exchange.command(
                new ReplaceOrder(exchange.next(), "consumer", null, NEXT_HOUR, null, 0, 0));

        assertThat(exchange.said(ExecutionReport.class))
                .hasSize(6)
                .allSatisfy(
                        report -> {
                            assertThat(report.type()).isEqualTo(ExecutionType.REJECTED);
                            assertThat(report.account()).isNotNull();
                            assertThat(report.clientOrderId()).isNotNull();
                            assertThat(report.originalClientOrderId()).isNotNull();
                            assertThat(report.contract()).isNotNull();
                        });
    }

    private ExecutionReport enter(String contract) {
        return exchange.enter(
                "consumer", "1", contract, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 5, 200);
    }

    private static void expect(ExecutionReport report, RejectionCode code, String text) {
        assertThat(report.type()).isEqualTo(ExecutionType.REJECTED);
        assertThat(report.rejection()).isEqualTo(code);
        assertThat(report.text()).startsWith(text);
        assertThat(report.orderLots())
                .isEqualTo(report.cumulativeLots() + report.leavesLots() + report.cancelledLots());
    }
}
