package io.attentionfutures.market.clearing;

import static io.attentionfutures.market.clearing.Exchange.HOUR;
import static io.attentionfutures.market.clearing.Exchange.MINUTE;
import static io.attentionfutures.market.clearing.Exchange.NEXT_HOUR;
import static io.attentionfutures.market.clearing.Exchange.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.Specifications;
import io.attentionfutures.market.clearing.MarketOutput.DepthPublished;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionReport;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GoodTillDateTest {
    private final Exchange exchange = Exchange.open(Specifications.with(s -> s.listingHorizon = 1));

    @AfterEach
    void goesOnIdenticallyWhenRestored() {
        Replay.goesOnIdentically(exchange);
    }

    @Test
    void expiresAtItsTime() {
        buyTill(NOON + 90_000);

        exchange.advance(90_000 - 1);
        assertThat(exchange.house.restingOrders()).isEqualTo(1);
        exchange.advance(1);

        ExecutionReport report = exchange.last(ExecutionReport.class);
        assertThat(report.type()).isEqualTo(ExecutionType.EXPIRED);
        assertThat(report.timeMillis()).isEqualTo(NOON + 90_000);
        assertThat(report.cancelledLots()).isEqualTo(5);
        assertThat(report.cause()).isNull();
        assertThat(exchange.house.restingOrders()).isZero();
        exchange.advance(MINUTE);
        assertThat(exchange.last(DepthPublished.class).bids()).isEmpty();
    }

    @Test
    void tradesInTheCallAtItsTimeAndExpiresWithTheRest() {
        buyTill(NOON + MINUTE);
        exchange.sell("provider", "s1", 2, 200);

        exchange.advance(MINUTE);

        ExecutionReport report = exchange.last(ExecutionReport.class);
        assertThat(report.type()).isEqualTo(ExecutionType.EXPIRED);
        assertThat(report.cumulativeLots()).isEqualTo(2);
        assertThat(report.cancelledLots()).isEqualTo(3);
    }

    @Test
    void mustExpireInTheFuture() {
        ExecutionReport report = buyTill(NOON);

        assertThat(report.rejection()).isEqualTo(RejectionCode.UNSUPPORTED_ORDER_CHARACTERISTIC);
        assertThat(report.text())
                .isEqualTo("expiresAt " + NOON + ": must be later than " + NOON + " for GTD");
    }

    @Test
    void keepsItsTimeWhenItIsReplaced() {
        buyTill(NOON + 5 * MINUTE);
        exchange.replace("consumer", "b1", "b2", 3, 200);
        exchange.replace("consumer", "b2", "b3", 4, 210);

        exchange.advance(5 * MINUTE);

        assertThat(exchange.said(ExecutionReport.class))
                .filteredOn(report -> report.type() == ExecutionType.EXPIRED)
                .extracting(ExecutionReport::clientOrderId, ExecutionReport::cancelledLots)
                .containsExactly(tuple("b3", 4L));
    }

    @Test
    void expiresWithItsContractAtTheLatest() {
        buyTill(NOON + 10 * HOUR);

        exchange.advance(45 * MINUTE);

        assertThat(exchange.last(ExecutionReport.class).type()).isEqualTo(ExecutionType.EXPIRED);
        assertThat(exchange.advance(11 * HOUR)).noneMatch(ExecutionReport.class::isInstance);
    }

    @Test
    void expiresInItsOwnTimeIfTheGateMovesBehindIt() {
        buyTill(NOON + 50 * MINUTE);
        exchange.specify(
                Specifications.with(
                        s -> {
                            s.listingHorizon = 1;
                            s.gateClosureMillis = 5 * MINUTE;
                        }));

        exchange.advance(52 * MINUTE);

        ExecutionReport report = exchange.last(ExecutionReport.class);
        assertThat(report.type()).isEqualTo(ExecutionType.EXPIRED);
        assertThat(report.timeMillis()).isEqualTo(NOON + 50 * MINUTE);
        assertThat(exchange.house.netPositions()).containsKey(NEXT_HOUR);
    }

    @Test
    void aCancelledOrderDoesNotExpire() {
        buyTill(NOON + 5 * MINUTE);
        exchange.cancel("consumer", "b1");

        assertThat(exchange.advance(10 * MINUTE)).noneMatch(ExecutionReport.class::isInstance);
    }

    private ExecutionReport buyTill(long expiresMillis) {
        return exchange.goodTill("consumer", "b1", Side.BUY, 5, 200, expiresMillis);
    }
}
