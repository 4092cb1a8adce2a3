package io.attentionfutures.market.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.ContractCode;
import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.Specifications;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.MarketEvent.AccountChanged;
import io.attentionfutures.market.clearing.MarketEvent.DemandRealised;
import io.attentionfutures.market.clearing.MarketEvent.NewOrder;
import io.attentionfutures.market.clearing.MarketEvent.SpecificationChanged;
import io.attentionfutures.market.clearing.MarketOutput.PricePublished;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What past periods say of a market is a function of that market's events alone. */
class AutoregressiveRestartProperties {
    private static final long NOON = Exchange.NOON;
    private static final long HOUR = Exchange.HOUR;
    private static final int HOURS = 72;

    private long offset;

    /** Three days of one market, with some hours without trade or telemetry. */
    private List<MarketEvent> days(String market, Random random) {
        ContractSpecification rules =
                Specifications.with(
                        s -> {
                            s.market = market;
                            s.listingHorizon = 2;
                            s.autoregressiveAfterPeriods = 1 + random.nextInt(3);
                        });
        List<MarketEvent> events = new ArrayList<>();
        events.add(new SpecificationChanged(at(NOON), rules));
        for (int hour = 0; hour < HOURS; hour++) {
            long start = NOON + hour * HOUR;
            if (random.nextInt(30) > 0) {
                events.add(
                        new DemandRealised(
                                at(start + 60_000),
                                market,
                                start - HOUR,
                                HOUR,
                                random.nextInt(1_000),
                                1_000,
                                new TreeMap<>()));
            }
            long limit = 200 + random.nextInt(200);
            for (int part = random.nextInt(30) > 0 ? 0 : 2; part < 2; part++) {
                long time = start + 90_000 + part * 600_000;
                events.add(order(market, time, start + HOUR, "consumer", Side.BUY, limit));
                events.add(order(market, time, start + HOUR, "provider", Side.SELL, limit));
            }
        }
        return events;
    }

    private NewOrder order(
            String market, long time, long start, String account, Side side, long limit) {
        return new NewOrder(
                at(time),
                account,
                "o" + offset,
                new ContractCode(market, start, HOUR).toString(),
                side,
                OrderType.LIMIT,
                TimeInForce.GTC,
                20,
                limit);
    }

    private LogPosition at(long timeMillis) {
        return new LogPosition(timeMillis, "afm.orders", 0, offset++);
    }

    private List<MarketEvent> accounts() {
        return List.of(
                new AccountChanged(at(NOON), new Account("consumer", Role.CONSUMER, true, 1)),
                new AccountChanged(at(NOON), new Account("provider", Role.PROVIDER, true, 1)));
    }

    private static List<PricePublished> prices(List<MarketOutput> said) {
        return said.stream()
                .filter(PricePublished.class::isInstance)
                .map(PricePublished.class::cast)
                .toList();
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void goesOnIdenticallyAfterBeingRestored(@ForAll long seed) {
        Random random = new Random(seed);
        List<MarketEvent> events = new ArrayList<>(accounts());
        events.addAll(days("H100.EUW1", random));
        List<MarketOutput> undisturbed = new ArrayList<>();
        List<MarketOutput> disturbed = new ArrayList<>();
        ClearingHouse calm = new ClearingHouse("EUW1");
        Life life = new Life((event, said) -> disturbed.addAll(said));
        MapStore store = new MapStore();
        for (MarketEvent event : events) {
            calm.apply(event, undisturbed::add);
            life.apply(event);
            if (random.nextInt(8) == 0) {
                life.house.writeChanges(store);
                StoreContent.assertExact(life.segment(), store);
                life.restart(store.shuffled(random));
            }
        }

        assertThat(disturbed).isEqualTo(undisturbed);
        assertThat(prices(disturbed)).anyMatch(price -> price.autoregressiveWeight() > 0);
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void otherMarketsChangeNothing(@ForAll long seed) {
        Random random = new Random(seed);
        List<MarketEvent> one = days("A100.EUW1", random);
        List<MarketEvent> two = days("H100.EUW1", random);
        List<MarketEvent> three = days("L4.EUW1", random);

        List<String> alone = autoregressive(List.of(two), "H100");
        assertThat(alone).isNotEmpty();
        assertThat(autoregressive(List.of(one, two, three), "H100")).isEqualTo(alone);
        assertThat(autoregressive(List.of(three, two, one), "H100")).isEqualTo(alone);
    }

    private List<String> autoregressive(List<List<MarketEvent>> markets, String prefix) {
        ClearingHouse house = new ClearingHouse("EUW1");
        List<MarketOutput> said = new ArrayList<>();
        accounts().forEach(event -> house.apply(event, said::add));
        List<MarketEvent> events = new ArrayList<>();
        markets.forEach(events::addAll);
        events.sort((a, b) -> Long.compare(a.position().timeMillis(), b.position().timeMillis()));
        events.forEach(event -> house.apply(event, said::add));
        return prices(said).stream()
                .filter(price -> price.contract().startsWith(prefix))
                .filter(price -> price.autoregressiveTicks() >= 0)
                .map(
                        price ->
                                price.timeMillis()
                                        + " "
                                        + price.contract()
                                        + " "
                                        + price.autoregressiveWeight()
                                        + " "
                                        + price.autoregressiveTicks()
                                        + " "
                                        + price.autoregressiveDeviationTicks())
                .toList();
    }
}
