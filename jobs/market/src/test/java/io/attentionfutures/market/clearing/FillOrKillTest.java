package io.attentionfutures.market.clearing;

import static io.attentionfutures.market.clearing.Exchange.MINUTE;
import static io.attentionfutures.market.clearing.Exchange.NEXT_HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.Specifications;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionReport;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.PricePublished;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FillOrKillTest {
    private Exchange exchange = Exchange.open(Specifications.with(s -> s.listingHorizon = 1));

    @AfterEach
    void goesOnIdenticallyWhenRestored() {
        Replay.goesOnIdentically(exchange);
    }

    @Test
    void fillsWholeInTheNextCall() {
        exchange.sell("provider", "s1", 8, 190);
        assertThat(fillOrKill(OrderType.LIMIT, 5, 200).type()).isEqualTo(ExecutionType.NEW);

        exchange.advance(MINUTE);

        assertThat(exchange.house.position("consumer", NEXT_HOUR)).isEqualTo(5);
        assertThat(exchange.said(ExecutionReport.class))
                .filteredOn(report -> report.type() == ExecutionType.TRADE)
                .extracting(ExecutionReport::clientOrderId, ExecutionReport::lastLots)
                .containsExactly(tuple("k1", 5L), tuple("s1", 5L));
        assertThat(exchange.last(PricePublished.class).volumeLots()).isEqualTo(5);
    }

    @Test
    void isKilledIfALotIsMissing() {
        exchange.sell("provider", "s1", 4, 190);
        fillOrKill(OrderType.LIMIT, 5, 200);

        exchange.advance(MINUTE);

        ExecutionReport report = exchange.last(ExecutionReport.class);
        assertThat(report.type()).isEqualTo(ExecutionType.CANCELED);
        assertThat(report.clientOrderId()).isEqualTo("k1");
        assertThat(report.cause()).isNull();
        assertThat(report.cancelledLots()).isEqualTo(5);
        assertThat(exchange.house.position("provider", NEXT_HOUR)).isZero();

        exchange.sell("provider", "s2", 4, 190);
        exchange.advance(MINUTE);
        assertThat(exchange.house.position("consumer", NEXT_HOUR)).isZero();
    }

    @Test
    void isKilledIfThePriceIsTooHigh() {
        exchange.sell("provider", "s1", 5, 210);
        fillOrKill(OrderType.LIMIT, 5, 200);

        exchange.advance(MINUTE);

        assertThat(exchange.last(ExecutionReport.class).type()).isEqualTo(ExecutionType.CANCELED);
    }

    @Test
    void buysAtTheMarketUpToTheProtection() {
        exchange.sell("provider", "s1", 5, 300);
        fillOrKill(OrderType.MARKET, 5, 0);
        exchange.advance(MINUTE);
        assertThat(exchange.house.position("consumer", NEXT_HOUR)).isEqualTo(5);

        exchange = Exchange.open(Specifications.with(s -> s.listingHorizon = 1));
        exchange.sell("provider", "s1", 5, 301);
        fillOrKill(OrderType.MARKET, 5, 0);
        exchange.advance(MINUTE);
        assertThat(exchange.house.position("consumer", NEXT_HOUR)).isZero();
    }

    @Test
    void canBeCancelledBeforeTheCall() {
        fillOrKill(OrderType.LIMIT, 5, 200);

        ExecutionReport report = exchange.cancel("consumer", "k1");

        assertThat(report.type()).isEqualTo(ExecutionType.CANCELED);
        assertThat(report.originalClientOrderId()).isEqualTo("k1");
        exchange.sell("provider", "s1", 5, 200);
        exchange.advance(MINUTE);
        assertThat(exchange.house.position("provider", NEXT_HOUR)).isZero();
    }

    @Test
    void spendsItsId() {
        fillOrKill(OrderType.LIMIT, 5, 200);
        exchange.advance(MINUTE);

        assertThat(fillOrKill(OrderType.LIMIT, 5, 200).rejection())
                .isEqualTo(RejectionCode.DUPLICATE_ORDER);
        assertThat(exchange.buy("consumer", "k1", 5, 200).rejection())
                .isEqualTo(RejectionCode.DUPLICATE_ORDER);
    }

    @Test
    void meetsNoOrderOfItsOwner() {
        exchange.sell("investor", "s1", 5, 200);
        exchange.enter(
                "investor", "k0", NEXT_HOUR, Side.BUY, OrderType.LIMIT, TimeInForce.FOK, 5, 199);

        assertThat(
                        exchange.enter(
                                        "investor",
                                        "k1",
                                        NEXT_HOUR,
                                        Side.BUY,
                                        OrderType.LIMIT,
                                        TimeInForce.FOK,
                                        5,
                                        200)
                                .rejection())
                .isEqualTo(RejectionCode.SELF_CROSS);
        assertThat(exchange.sell("investor", "s2", 5, 199).rejection())
                .isEqualTo(RejectionCode.SELF_CROSS);
    }

    @Test
    void waitsForAReference() {
        exchange =
                Exchange.open(
                        Specifications.with(
                                s -> {
                                    s.listingHorizon = 1;
                                    s.openingReferenceTicks = -1;
                                }));
        exchange.sell("provider", "s1", 5, 200);
        fillOrKill(OrderType.LIMIT, 5, 400);
        assertThat(exchange.advance(10 * MINUTE)).isEmpty();

        exchange.forecast(900, 80, 3);
        exchange.advance(MINUTE);

        assertThat(exchange.house.position("consumer", NEXT_HOUR)).isEqualTo(5);
    }

    @Test
    void reservesMarginUntilItIsKilled() {
        exchange = Margins.exchange();
        exchange.deposit("consumer", 1000);
        assertThat(fillOrKill(OrderType.LIMIT, 17, 200).rejection())
                .isEqualTo(RejectionCode.ORDER_EXCEEDS_LIMIT);

        fillOrKill(OrderType.LIMIT, 10, 200);
        assertThat(exchange.free("consumer")).isEqualTo(1000 - 620);
        exchange.advance(MINUTE);

        assertThat(exchange.free("consumer")).isEqualTo(1000);
    }

    private ExecutionReport fillOrKill(OrderType type, long lots, long limit) {
        return exchange.enter(
                "consumer", "k1", NEXT_HOUR, Side.BUY, type, TimeInForce.FOK, lots, limit);
    }
}
