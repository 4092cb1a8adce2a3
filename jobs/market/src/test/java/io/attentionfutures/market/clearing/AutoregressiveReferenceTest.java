package io.attentionfutures.market.clearing;

import static io.attentionfutures.market.clearing.Exchange.HOUR;
import static io.attentionfutures.market.clearing.Exchange.MINUTE;
import static io.attentionfutures.market.clearing.Exchange.contract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attentionfutures.market.Specifications;
import io.attentionfutures.market.clearing.MarketOutput.PriceKind;
import io.attentionfutures.market.clearing.MarketOutput.PricePublished;
import io.attentionfutures.market.price.PriceSignal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AutoregressiveReferenceTest {
    /** Hours after which the autoregressive price of the next hour counts. */
    private static final int ENOUGH = 24 + 12 + 5 + 1;

    private static Exchange open(Specifications.Change change) {
        return Exchange.open(
                Specifications.with(
                        s -> {
                            s.autoregressiveAfterPeriods = 5;
                            change.apply(s);
                        }));
    }

    private static long shape(int hour) {
        return Math.round(300 + 100 * Math.sin(hour * Math.PI / 12));
    }

    /** From noon on: each hour the next one trades at its price, closes, and demand comes in. */
    private static void hours(Exchange exchange, int from, int to) {
        for (int hour = from; hour < to; hour++) {
            exchange.advance(MINUTE);
            exchange.realised(hour - 1, 500 + hour % 5, Map.of());
            exchange.trade(hour + 1, 20, shape(hour + 1));
            exchange.advance(58 * MINUTE);
        }
    }

    private static PricePublished lastOf(Exchange exchange, String contract, PriceKind kind) {
        return exchange.said(PricePublished.class).stream()
                .filter(price -> price.contract().equals(contract) && price.kind() == kind)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Test
    void weighsThePastPeriodsBesideTheLastTradeByPrecision() {
        Exchange exchange = open(s -> {});
        hours(exchange, 0, ENOUGH);
        exchange.advance(MINUTE);
        exchange.realised(ENOUGH - 1, 500, Map.of());
        exchange.trade(ENOUGH + 1, 20, 350);
        exchange.trade(ENOUGH + 1, 20, 352);

        PricePublished price = lastOf(exchange, contract(ENOUGH + 1), PriceKind.CLEARING);
        double market =
                PriceSignal.ofAuction(350, 20, MINUTE, Specifications.plain()).deviationTicks();
        double marketPrecision = 1 / (market * market);
        double error = price.autoregressiveDeviationTicks();
        double precision = 1 / (error * error);
        double weight = precision / (precision + marketPrecision);
        assertThat(price.autoregressiveWeight()).isCloseTo(weight, within(1e-12));
        assertThat(price.marketWeight()).isCloseTo(1 - weight, within(1e-12));
        assertThat(price.forecastWeight()).isZero();
        assertThat((double) price.referenceTicks())
                .isCloseTo(350 + weight * (price.autoregressiveTicks() - 350), within(1.5));
        assertThat(price.autoregressiveTicks()).isNotEqualTo(350);
        assertThat(PriceHash.of(price))
                .isNotEqualTo(PriceHash.of(lastOf(exchange, contract(9), PriceKind.CLEARING)));
    }

    @Test
    void weighsThePastPeriodsBesideTheForecast() {
        Exchange exchange = open(s -> {});
        hours(exchange, 0, ENOUGH + 2);
        exchange.forecast(900, 80, 4);
        exchange.advance(MINUTE);

        PricePublished price = lastOf(exchange, contract(ENOUGH + 3), PriceKind.INDICATIVE);
        assertThat(price.autoregressiveWeight()).isBetween(0.01, 0.99);
        assertThat(price.forecastWeight() + price.autoregressiveWeight())
                .isCloseTo(1, within(1e-12));
        assertThat(price.scarcityTicks()).isEqualTo(376);
        assertThat((double) price.referenceTicks())
                .isCloseTo(
                        price.forecastWeight() * 376
                                + price.autoregressiveWeight() * price.autoregressiveTicks(),
                        within(1.5));
    }

    @Test
    void withoutHistoryOrSwitchedOffNothingIsSaidOfIt() {
        Exchange young = open(s -> {});
        hours(young, 0, ENOUGH - 2);
        Exchange off = open(s -> s.autoregressiveAfterPeriods = 0);
        hours(off, 0, ENOUGH + 10);
        MapStore store = new MapStore();
        off.house.writeChanges(store);

        assertThat(store.entities.keySet()).noneMatch(key -> key.startsWith("history/"));
        for (Exchange exchange : List.of(young, off)) {
            assertThat(exchange.said(PricePublished.class))
                    .allMatch(price -> price.autoregressiveWeight() == 0)
                    .allMatch(price -> price.autoregressiveTicks() < 0)
                    .allMatch(price -> Double.isNaN(price.autoregressiveDeviationTicks()));
        }
    }

    @Test
    void haltsAllTheSameWhenForecastAndLastTradeAreStale() {
        Exchange exchange = open(s -> s.forecastStaleMillis = 90 * MINUTE);
        for (int hour = 0; hour < ENOUGH; hour++) {
            exchange.forecast(900, 80, 24);
            hours(exchange, hour, hour + 1);
        }
        exchange.advance(MINUTE);
        exchange.realised(ENOUGH - 1, 500, Map.of());
        Market market = exchange.house.segment.markets.get("H100.EUW1");
        ContractState next = market.contracts.get(exchange.now - MINUTE + 2 * HOUR);
        assertThat(Pricing.quote(next, exchange.now).reference().autoregressiveWeight())
                .isPositive();

        exchange.advance(30 * MINUTE);
        assertThat(market.history.signal(next.code.startMillis(), exchange.now, next.rules()))
                .isNotNull();
        assertThat(Pricing.quote(next, exchange.now)).isNull();
    }

    @Test
    void pricesThatNobodyTradedAtAreNotLearntFrom() {
        Exchange exchange = open(s -> {});
        exchange.forecast(900, 80, 24);
        exchange.advance(4 * HOUR);

        assertThat(exchange.said(PricePublished.class))
                .anyMatch(price -> price.kind() == PriceKind.SETTLEMENT);
        assertThat(exchange.house.segment.markets.get("H100.EUW1").history.isEmpty()).isTrue();
    }

    @Test
    void telemetryOfAPeriodThatIsNotOverOrOfAnotherLengthIsNotLearntFrom() {
        Exchange exchange = open(s -> {});
        exchange.advance(30 * MINUTE);
        exchange.realised(0, 500, Map.of());
        exchange.apply(
                new MarketEvent.DemandRealised(
                        exchange.next(),
                        "H100.EUW1",
                        Exchange.NOON - HOUR,
                        HOUR / 2,
                        500,
                        1000,
                        new TreeMap<>()));
        assertThat(exchange.house.segment.markets.get("H100.EUW1").history.isEmpty()).isTrue();

        exchange.realised(-1, 500, Map.of());
        MapStore store = new MapStore();
        exchange.house.writeChanges(store);
        assertThat(store.entities).containsKey("history/H100.EUW1");
        store.written.clear();
        exchange.realised(-1, 600, Map.of());
        exchange.house.writeChanges(store);
        assertThat(store.written).doesNotContain("history/H100.EUW1");
    }
}
