package io.attentionfutures.market.clearing;

import static io.attentionfutures.market.clearing.Exchange.MINUTE;
import static io.attentionfutures.market.clearing.Exchange.NEXT_HOUR;
import static io.attentionfutures.market.clearing.Exchange.contract;
import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Role;
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
                "contract " + NEXT_HOUR + ": no market of segment 'EUW1' is listed here");
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
                        + ": frozen until the next call; orders freeze 10000 ms before it");
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
