package io.attentionfutures.market.clearing;

import static io.attentionfutures.market.clearing.Exchange.HOUR;
import static io.attentionfutures.market.clearing.Exchange.MINUTE;
import static io.attentionfutures.market.clearing.Exchange.NEXT_HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.market.Specifications;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private final Exchange exchange = Exchange.open(Specifications.with(s -> s.listingHorizon = 1));
    private final MapStore store = new MapStore();

    @Test
    void writesEverythingOnce() {
        exchange.forecast(900, 80, 3);
        exchange.buy("consumer", "b1", 5, 200);
        exchange.house.writeChanges(store);

        assertThat(store.names())
                .containsExactlyInAnyOrder(
                        "segment",
                        "account/consumer",
                        "account/consumer2",
                        "account/investor",
                        "account/provider",
                        "account/watchdog",
                        "specification/H100.EUW1",
                        "forecast/H100.EUW1",
                        "contract/" + NEXT_HOUR,
                        "order/0/0",
                        "conduct/0/consumer");

        store.written.clear();
        exchange.house.writeChanges(store);

        assertThat(store.written).isEmpty();
    }

    @Test
    void writesOnlyWhatChanged() {
        exchange.buy("consumer", "b1", 5, 190);
        exchange.house.writeChanges(store);
        Map<String, byte[]> before = StoredEntities.byName(store.entities);

        exchange.buy("consumer", "b2", 5, 190);
        exchange.buy("consumer", "b3", 5, 190);
        exchange.cancel("consumer", "b3");
        store.written.clear();
        exchange.house.writeChanges(store);

        assertThat(store.written).containsExactlyInAnyOrder("segment", "chunk/1", "live/0");
        Map<String, byte[]> after = StoredEntities.byName(store.entities);
        assertThat(after.keySet())
                .filteredOn(name -> !Arrays.equals(after.get(name), before.get(name)))
                .containsExactlyInAnyOrder(
                        "segment",
                        "contract/" + NEXT_HOUR,
                        "order/0/1",
                        "ids/0/0",
                        "conduct/0/consumer");
        assertThat(store.entities.get("chunk/1").length)
                .isLessThan(store.entities.get("chunk/0").length);
    }

    @Test
    void whatEarlierVersionsStoredByNameIsStoredInChunksOnce() {
        exchange.forecast(900, 80, 3);
        exchange.buy("consumer", "b1", 5, 200);
        exchange.buy("consumer", "b2", 5, 190);
        exchange.sell("provider", "s1", 5, 200);
        exchange.advance(MINUTE);
        exchange.cancel("consumer", "b2");
        exchange.house.writeChanges(store);
        Map<String, byte[]> named = StoredEntities.byName(store.entities);
        MapStore earlier = new MapStore();
        earlier.entities.putAll(named);

        exchange.house = ClearingHouse.restore("EUW1", earlier.shuffled(new Random(7)));
        exchange.house.writeChanges(earlier);

        assertThat(earlier.entities.keySet())
                .allMatch(key -> key.matches("(segment|(specification|forecast|chunk)/.*)"));
        Map<String, byte[]> again = StoredEntities.byName(earlier.entities);
        assertThat(again.keySet()).isEqualTo(named.keySet());
        assertThat(again).allSatisfy((name, value) -> assertThat(value).isEqualTo(named.get(name)));
        earlier.written.clear();
        exchange.house.writeChanges(earlier);
        assertThat(earlier.written).isEmpty();
    }

    @Test
    void removesOrdersThatLeft() {
        exchange.buy("consumer", "b1", 5, 190);
        exchange.house.writeChanges(store);
        exchange.cancel("consumer", "b1");
        exchange.house.writeChanges(store);

        assertThat(store.names()).doesNotContain("order/0/0").contains("ids/0/0");
    }

    @Test
    void removesTheBookAtGateClosureAndTheRestAtSettlement() {
        exchange.buy("consumer", "b1", 5, 200);
        exchange.buy("consumer2", "b1", 5, 190);
        exchange.sell("provider", "s1", 5, 200);
        exchange.advance(MINUTE);
        exchange.house.writeChanges(store);
        exchange.cancel("consumer2", "b1");
        exchange.house.writeChanges(store);
        assertThat(store.names())
                .anyMatch(key -> key.startsWith("position/"))
                .anyMatch(key -> key.startsWith("ids/"));

        exchange.advance(44 * MINUTE);
        exchange.house.writeChanges(store);

        assertThat(store.names())
                .noneMatch(key -> key.matches("(order|ids)/.*"))
                .filteredOn(key -> key.matches("(position|contract)/.*"))
                .containsExactlyInAnyOrder("contract/" + NEXT_HOUR, "position/0/provider");

        exchange.advance(HOUR + 45 * MINUTE);
        exchange.house.writeChanges(store);

        assertThat(store.names())
                .noneMatch(key -> key.matches("(order|position|ids)/.*"))
                .doesNotContain("contract/" + NEXT_HOUR);
    }

    @Test
    void goesOnWhereItStopped() {
        exchange.buy("consumer", "b1", 5, 200);
        exchange.buy("consumer", "b2", 5, 200);
        exchange.cancel("consumer", "b1");
        exchange.house.writeChanges(store);

        exchange.house = ClearingHouse.restore("EUW1", store.shuffled(new Random(7)));

        assertThat(exchange.house.restingOrders()).isEqualTo(1);
        assertThat(exchange.house.openContracts()).isEqualTo(1);
        assertThat(exchange.buy("consumer", "b1", 5, 200).rejection())
                .isEqualTo(RejectionCode.DUPLICATE_ORDER);
        exchange.sell("provider", "s1", 5, 200);
        exchange.advance(MINUTE);
        assertThat(exchange.house.position("consumer", NEXT_HOUR)).isEqualTo(5);
        exchange.advance(HOUR);
        exchange.house.writeChanges(store);
        assertThat(store.names()).noneMatch(key -> key.startsWith("order/"));
    }

    @Test
    void refusesStateOfALaterVersion() {
        exchange.house.writeChanges(store);
        Map<String, byte[]> later = StoredEntities.byName(store.entities);
        later.get("account/consumer")[0] = 42;

        assertThatThrownBy(() -> ClearingHouse.restore("EUW1", later.entrySet()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "account/consumer has layout version 42, this program reads versions 1 to"
                                + " 1");
    }

    @Test
    void startsEmptyFromNothing() {
        ClearingHouse house = ClearingHouse.restore("EUW1", Map.<String, byte[]>of().entrySet());

        assertThat(house.openContracts()).isZero();
        assertThat(house.nextDeadlineMillis()).isEqualTo(Long.MAX_VALUE);
    }
}
