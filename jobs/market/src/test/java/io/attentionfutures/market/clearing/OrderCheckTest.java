package io.attentionfutures.market.clearing;

import static io.attentionfutures.market.clearing.Exchange.MINUTE;
import static io.attentionfutures.market.clearing.Exchange.NEXT_HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.SelfTradePrevention;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.Specifications;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionReport;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rejections for what an order says about itself; the others are in {@link RejectionTest}. */
class OrderCheckTest {
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
                .containsExactly(tuple("2", null), tuple("1", null));
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

    private static void expect(ExecutionReport report, RejectionCode code, String text) {
        assertThat(report.type()).isEqualTo(ExecutionType.REJECTED);
        assertThat(report.rejection()).isEqualTo(code);
        assertThat(report.text()).startsWith(text);
        assertThat(report.orderLots())
                .isEqualTo(report.cumulativeLots() + report.leavesLots() + report.cancelledLots());
    }
}
