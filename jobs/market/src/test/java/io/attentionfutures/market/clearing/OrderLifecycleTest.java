package io.attentionfutures.market.clearing;

import static io.attentionfutures.market.clearing.Exchange.MINUTE;
import static io.attentionfutures.market.clearing.Exchange.NEXT_HOUR;
import static io.attentionfutures.market.clearing.Exchange.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.Specifications;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionReport;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.PricePublished;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import org.junit.jupiter.api.Test;

class OrderLifecycleTest {
    private final Exchange exchange = Exchange.open(Specifications.plain());

    @Test
    void entersAnOrder() {
        ExecutionReport report = exchange.buy("consumer", "b1", 5, 190);

        assertThat(report.type()).isEqualTo(ExecutionType.NEW);
        assertThat(report.account()).isEqualTo("consumer");
        assertThat(report.clientOrderId()).isEqualTo("b1");
        assertThat(report.originalClientOrderId()).isEmpty();
        assertThat(report.contract()).isEqualTo(NEXT_HOUR);
        assertThat(report.side()).isEqualTo(Side.BUY);
        assertThat(report.limitTicks()).isEqualTo(190);
        assertThat(report.orderLots()).isEqualTo(5);
        assertThat(report.leavesLots()).isEqualTo(5);
        assertThat(report.rejection()).isEqualTo(RejectionCode.NONE);
        assertThat(report.text()).isEmpty();
        assertThat(report.timeMillis()).isEqualTo(NOON);
    }

    @Test
    void cancelsWhatIsLeft() {
        exchange.buy("consumer", "b1", 5, 200);
        exchange.sell("provider", "s1", 2, 200);
        exchange.advance(MINUTE);

        ExecutionReport report = exchange.cancel("consumer", "b1");

        assertThat(report.type()).isEqualTo(ExecutionType.CANCELED);
        assertThat(report.clientOrderId()).isEqualTo("c-b1");
        assertThat(report.originalClientOrderId()).isEqualTo("b1");
        assertThat(report.cumulativeLots()).isEqualTo(2);
        assertThat(report.cancelledLots()).isEqualTo(3);
        assertThat(report.leavesLots()).isZero();
    }

    @Test
    void replacesQuantityAndLimit() {
        exchange.buy("consumer", "b1", 5, 200);
        exchange.sell("provider", "s1", 2, 200);
        exchange.advance(MINUTE);

        ExecutionReport report = exchange.replace("consumer", "b1", "b2", 4, 210);

        assertThat(report.type()).isEqualTo(ExecutionType.REPLACED);
        assertThat(report.clientOrderId()).isEqualTo("b2");
        assertThat(report.originalClientOrderId()).isEqualTo("b1");
        assertThat(report.limitTicks()).isEqualTo(210);
        assertThat(report.orderLots()).isEqualTo(4);
        assertThat(report.cumulativeLots()).isEqualTo(2);
        assertThat(report.leavesLots()).isEqualTo(2);
        assertThat(exchange.cancel("consumer", "b1").rejection())
                .isEqualTo(RejectionCode.UNKNOWN_ORDER);
        assertThat(exchange.cancel("consumer", "b2").type()).isEqualTo(ExecutionType.CANCELED);
    }

    @Test
    void aMarketOrderHasNoLimitAndKeepsWaiting() {
        ExecutionReport report =
                exchange.enter(
                        "consumer",
                        "b1",
                        NEXT_HOUR,
                        Side.BUY,
                        OrderType.MARKET,
                        TimeInForce.GTC,
                        5,
                        -77);
        exchange.advance(MINUTE);

        assertThat(report.type()).isEqualTo(ExecutionType.NEW);
        assertThat(report.limitTicks()).isZero();
        assertThat(exchange.house.restingOrders()).isEqualTo(1);

        exchange.sell("provider", "s1", 5, 300);
        exchange.advance(MINUTE);

        assertThat(exchange.house.position("consumer", NEXT_HOUR)).isEqualTo(5);
    }

    @Test
    void expiresWhenTheGateCloses() {
        exchange.buy("consumer", "b1", 5, 190);

        exchange.advance(45 * MINUTE);

        ExecutionReport report = exchange.last(ExecutionReport.class);
        assertThat(report.type()).isEqualTo(ExecutionType.EXPIRED);
        assertThat(report.cause()).isNull();
        assertThat(report.cancelledLots()).isEqualTo(5);
        assertThat(exchange.house.restingOrders()).isZero();
    }

    @Test
    void tradesInTheCallAtGateClosureBeforeItExpires() {
        exchange.advance(44 * MINUTE + 1);
        exchange.buy("consumer", "b1", 5, 200);
        exchange.sell("provider", "s1", 3, 200);

        exchange.advance(MINUTE);

        assertThat(exchange.said(PricePublished.class))
                .filteredOn(price -> price.contract().equals(NEXT_HOUR))
                .last()
                .extracting(PricePublished::volumeLots)
                .isEqualTo(3L);
        assertThat(exchange.said(ExecutionReport.class))
                .last()
                .extracting(ExecutionReport::type, ExecutionReport::cancelledLots)
                .containsExactly(ExecutionType.EXPIRED, 2L);
    }

    @Test
    void appliesALateEventAtTheTimeOfTheClock() {
        exchange.advance(10 * MINUTE);
        exchange.now -= 5 * MINUTE;

        assertThat(exchange.buy("consumer", "b1", 5, 190).timeMillis())
                .isEqualTo(NOON + 10 * MINUTE);
    }

    @Test
    void numbersWhatItSaysWithoutGaps() {
        exchange.buy("consumer", "b1", 5, 200);
        exchange.sell("provider", "s1", 3, 200);
        exchange.advance(60 * MINUTE);

        long expected = 0;
        for (MarketOutput output : exchange.said(MarketOutput.class)) {
            assertThat(output.sequence()).isEqualTo(expected++);
        }
    }
}
