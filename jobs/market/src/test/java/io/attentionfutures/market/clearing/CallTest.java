package io.attentionfutures.market.clearing;

import static io.attentionfutures.market.clearing.Exchange.HOUR;
import static io.attentionfutures.market.clearing.Exchange.MINUTE;
import static io.attentionfutures.market.clearing.Exchange.NEXT_HOUR;
import static io.attentionfutures.market.clearing.Exchange.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.Specifications;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.auction.RuleStep;
import io.attentionfutures.market.clearing.MarketOutput.DepthPublished;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionReport;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.Level;
import io.attentionfutures.market.clearing.MarketOutput.PriceKind;
import io.attentionfutures.market.clearing.MarketOutput.PricePublished;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallTest {
    private final Exchange exchange = Exchange.open(Specifications.with(s -> s.listingHorizon = 1));

    @Test
    void tradesAtOnePriceAndMovesLots() {
        exchange.buy("consumer", "b1", 10, 220);
        exchange.sell("provider", "s1", 6, 180);
        exchange.buy("consumer2", "b2", 3, 190);

        List<MarketOutput> said = exchange.advance(MINUTE);

        assertThat(said.get(0)).isInstanceOf(ExecutionReport.class);
        assertThat(exchange.said(ExecutionReport.class))
                .filteredOn(report -> report.type() == ExecutionType.TRADE)
                .extracting(
                        ExecutionReport::clientOrderId,
                        ExecutionReport::lastLots,
                        ExecutionReport::lastPriceTicks,
                        ExecutionReport::cumulativeLots,
                        ExecutionReport::leavesLots,
                        ExecutionReport::cause)
                .containsExactly(
                        tuple("b1", 6L, 220L, 6L, 4L, null), tuple("s1", 6L, 220L, 6L, 0L, null));
        PricePublished price = exchange.last(PricePublished.class);
        assertThat(price.kind()).isEqualTo(PriceKind.CLEARING);
        assertThat(price.step()).isEqualTo(RuleStep.PRESSURE_BUY);
        assertThat(price.priceTicks()).isEqualTo(220);
        assertThat(price.volumeLots()).isEqualTo(6);
        assertThat(price.surplusLots()).isEqualTo(4);
        assertThat(price.bestBidTicks()).isEqualTo(220);
        assertThat(price.bestAskTicks()).isEqualTo(-1);
        assertThat(price.timeMillis()).isEqualTo(NOON + MINUTE);
        assertThat(exchange.house.position("consumer", NEXT_HOUR)).isEqualTo(6);
        assertThat(exchange.house.position("provider", NEXT_HOUR)).isEqualTo(-6);
        assertThat(exchange.house.cash("consumer")).as("traded at the mark").isZero();
        assertThat(exchange.house.cash("provider")).isZero();
        assertThat(exchange.house.netPositions()).containsExactlyEntriesOf(Map.of(NEXT_HOUR, 0L));
    }

    @Test
    void takesTheOrdersWithAnEarlierTimeOnly() {
        exchange.buy("consumer", "b1", 5, 200);
        exchange.now = NOON + MINUTE;
        exchange.sell("provider", "s1", 5, 200);

        assertThat(exchange.last(PricePublished.class).step()).isEqualTo(RuleStep.NO_PRICE);

        exchange.advance(MINUTE);

        assertThat(exchange.last(PricePublished.class).volumeLots()).isEqualTo(5);
    }

    @Test
    void publishesTheReferenceWhereNothingTrades() {
        exchange.buy("consumer", "b1", 5, 190);
        exchange.sell("provider", "s1", 5, 210);

        exchange.advance(MINUTE);

        PricePublished price = exchange.last(PricePublished.class);
        assertThat(price.kind()).isEqualTo(PriceKind.INDICATIVE);
        assertThat(price.step()).isEqualTo(RuleStep.NO_PRICE);
        assertThat(price.priceTicks()).isEqualTo(200).isEqualTo(price.referenceTicks());
        assertThat(price.bestBidTicks()).isEqualTo(190);
        assertThat(price.bestAskTicks()).isEqualTo(210);
        assertThat(price.scarcityTicks()).isEqualTo(-1);
        assertThat(price.lossOfLoadProbability()).isNaN();
    }

    @Test
    void publishesTheBookThatIsLeft() {
        exchange.buy("consumer", "b1", 5, 190);
        exchange.buy("consumer2", "b2", 4, 190);
        exchange.sell("provider", "s1", 5, 210);

        exchange.advance(MINUTE);

        DepthPublished depth = exchange.last(DepthPublished.class);
        assertThat(depth.bids()).containsExactly(new Level(190, 9, 2));
        assertThat(depth.asks()).containsExactly(new Level(210, 5, 1));
    }

    @Test
    void saysNothingAndPlansNothingWhereNothingChanges() {
        exchange.advance(MINUTE);
        assertThat(exchange.said(PricePublished.class)).hasSize(1);

        assertThat(exchange.house.nextDeadlineMillis()).isEqualTo(NOON + 45 * MINUTE);
        assertThat(exchange.advance(10 * MINUTE)).isEmpty();
    }

    @Test
    void callsOnceMoreAfterATradeIfThatMovedTheReference() {
        exchange.buy("consumer", "b1", 5, 220);
        exchange.sell("provider", "s1", 5, 220);

        exchange.advance(3 * MINUTE);

        assertThat(exchange.said(PricePublished.class))
                .extracting(PricePublished::priceTicks, PricePublished::referenceTicks)
                .containsExactly(tuple(220L, 200L), tuple(220L, 220L));
    }

    @Test
    void cancelsImmediateOrdersAfterTheirFirstCall() {
        exchange.enter(
                "consumer", "b1", NEXT_HOUR, Side.BUY, OrderType.LIMIT, TimeInForce.IOC, 5, 200);
        exchange.sell("provider", "s1", 2, 200);

        exchange.advance(MINUTE);

        ExecutionReport last = exchange.last(ExecutionReport.class);
        assertThat(last.type()).isEqualTo(ExecutionType.CANCELED);
        assertThat(last.cause()).isNull();
        assertThat(last.clientOrderId()).isEqualTo("b1");
        assertThat(last.cumulativeLots()).isEqualTo(2);
        assertThat(last.cancelledLots()).isEqualTo(3);
        assertThat(last.leavesLots()).isZero();
        assertThat(exchange.last(PricePublished.class).bestBidTicks()).isEqualTo(-1);
    }

    @Test
    void waitsWithImmediateOrdersUntilThereIsAReference() {
        Exchange halted = withoutReference();
        halted.enter(
                "consumer", "b1", NEXT_HOUR, Side.BUY, OrderType.LIMIT, TimeInForce.IOC, 5, 200);

        assertThat(halted.advance(10 * MINUTE)).isEmpty();
        assertThat(halted.house.restingOrders()).isEqualTo(1);

        halted.forecast(900, 80, 3);
        halted.advance(MINUTE);

        assertThat(halted.last(PricePublished.class).kind()).isEqualTo(PriceKind.INDICATIVE);
        assertThat(halted.house.restingOrders()).isZero();
    }

    @Test
    void haltsWithoutAReferenceAndGoesOnWithAForecast() {
        Exchange halted = withoutReference();
        halted.buy("consumer", "b1", 5, 300);
        halted.sell("provider", "s1", 5, 300);

        assertThat(halted.advance(5 * MINUTE)).isEmpty();
        assertThat(halted.house.nextDeadlineMillis()).isEqualTo(NOON + 45 * MINUTE);

        halted.forecast(900, 80, 3);
        halted.advance(MINUTE);

        PricePublished price = halted.last(PricePublished.class);
        assertThat(price.priceTicks()).isEqualTo(300);
        assertThat(price.scarcityTicks()).isEqualTo(376);
        assertThat(price.referenceTicks()).isEqualTo(376);
        assertThat(price.forecastWeight()).isEqualTo(1);
        assertThat(price.lossOfLoadProbability()).isCloseTo(0.26599, within(1e-5));
    }

    @Test
    void haltsAgainWhenTheForecastIsStale() {
        Exchange exchange =
                Exchange.open(
                        Specifications.with(
                                s -> {
                                    s.openingReferenceTicks = -1;
                                    s.forecastStaleMillis = 30 * MINUTE;
                                }));
        exchange.forecast(900, 80, 4);
        exchange.advance(31 * MINUTE);
        exchange.buy("consumer", "b1", 5, 300);
        exchange.sell("provider", "s1", 5, 300);

        assertThat(exchange.advance(5 * MINUTE)).isEmpty();
    }

    @Test
    void movesTheReferenceAtMostOneStepPerForecast() {
        Exchange slow =
                Exchange.open(
                        Specifications.with(
                                s -> {
                                    s.listingHorizon = 1;
                                    s.referenceStepTicks = 20;
                                }));
        slow.advance(MINUTE);
        slow.forecast(900, 80, 4);
        slow.advance(MINUTE);
        slow.buy("consumer", "b1", 5, 100);
        slow.advance(MINUTE);
        slow.forecast(901, 80, 4);
        slow.advance(MINUTE);

        assertThat(slow.said(PricePublished.class))
                .extracting(PricePublished::referenceTicks)
                .containsExactly(200L, 220L, 220L, 240L);
    }

    @Test
    void ignoresForecastsThatAreNoDistributionOrOlder() {
        exchange.forecast(Double.NaN, 80, 4);
        exchange.advance(MINUTE);
        assertThat(exchange.said(PricePublished.class)).isEmpty();

        exchange.forecast(900, 80, 4);
        exchange.advance(MINUTE);
        long reference = exchange.last(PricePublished.class).referenceTicks();
        exchange.now -= HOUR;
        exchange.forecast(100, 80, 4);
        exchange.now += HOUR;
        exchange.advance(MINUTE);

        assertThat(reference).isEqualTo(376);
        assertThat(exchange.last(PricePublished.class).referenceTicks()).isEqualTo(376);
    }

    @Test
    void chainsThePricesOfAContract() {
        exchange.buy("consumer", "b1", 5, 190);
        exchange.advance(MINUTE);
        exchange.buy("consumer", "b2", 5, 190);
        exchange.advance(MINUTE);

        List<PricePublished> prices = exchange.said(PricePublished.class);
        assertThat(prices.get(0).previousHash()).isEqualTo(PriceHash.GENESIS);
        assertThat(prices.get(1).previousHash()).isEqualTo(PriceHash.of(prices.get(0)));
        assertThat(prices.get(1).bookHash()).isNotEqualTo(prices.get(0).bookHash());
    }

    @Test
    void keepsExactCashBeyondALong() {
        Exchange huge =
                Exchange.open(
                        Specifications.with(
                                s -> {
                                    s.capTicks = (1L << 30) - 1;
                                    s.tickValue = 999_999;
                                    s.maximumOrderLots = 1L << 31;
                                    s.bandFraction = 1e5;
                                    s.openingReferenceTicks = (1L << 30) - 1;
                                    s.marginalCostTicks = 1;
                                }));
        long limit = (1L << 30) - 1;
        huge.buy("consumer", "b1", 1L << 31, limit);
        huge.sell("provider", "s1", 1L << 31, limit);

        huge.advance(45 * MINUTE);

        BigInteger money =
                BigInteger.valueOf(limit)
                        .multiply(BigInteger.valueOf(1L << 31))
                        .multiply(BigInteger.valueOf(999_999));
        assertThat(huge.house.cash("consumer")).isEqualTo(money.negate());
        assertThat(huge.house.cash(ClearingHouse.ESCROW)).isEqualTo(money);
        assertThat(huge.house.totalCash()).isZero();
    }

    private static Exchange withoutReference() {
        return Exchange.open(
                Specifications.with(
                        s -> {
                            s.openingReferenceTicks = -1;
                            s.listingHorizon = 1;
                        }));
    }
}
