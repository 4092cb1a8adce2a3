package io.attentionfutures.market.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.clearing.MarketEvent.RecordRefused;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** What a segment says is a function of its events alone, however often it is restarted. */
class RestartProperties {
    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void theSameEventsSayTheSame(
            @ForAll long seed, @ForAll @IntRange(min = 50, max = 400) int count) {
        List<MarketOutput> first = new ArrayList<>();
        Life life = new Life((event, said) -> first.addAll(said));
        life.run(RandomLife.of(seed, count));

        List<MarketOutput> second = new ArrayList<>();
        ClearingHouse house = new ClearingHouse(Life.SEGMENT);
        RandomLife.of(seed, count).forEach(event -> house.apply(event, second::add));

        assertThat(second).isEqualTo(first);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void goesOnIdenticallyAfterBeingRestored(
            @ForAll long seed,
            @ForAll @IntRange(min = 50, max = 500) int count,
            @ForAll @IntRange(min = 1, max = 40) int stepsPerSnapshot)
            throws IOException {
        Random random = new Random(seed);
        MapStore store = new MapStore();
        List<MarketOutput> undisturbed = new ArrayList<>();
        List<MarketOutput> disturbed = new ArrayList<>();
        Life calm = new Life((event, said) -> undisturbed.addAll(said));
        Life life = new Life((event, said) -> disturbed.addAll(said));
        for (MarketEvent event : RandomLife.of(seed, count)) {
            // An expiry of orders that are gone is forgotten by a restart, so the calm one leads.
            long next = calm.house.nextDeadlineMillis();
            while (next <= event.position().timeMillis()) {
                disturb(life, store, random, stepsPerSnapshot);
                calm.passTo(next);
                life.house.advanceTo(next, disturbed::add);
                next = calm.house.nextDeadlineMillis();
            }
            disturb(life, store, random, stepsPerSnapshot);
            calm.apply(event);
            life.apply(event);
            if (random.nextInt(10) == 0) {
                assertSameContracts(life.segment(), calm.segment());
            }
        }
        calm.end();
        life.end();

        for (int i = 0; i < Math.min(disturbed.size(), undisturbed.size()); i++) {
            assertThat(disturbed.get(i)).isEqualTo(undisturbed.get(i));
        }
        assertThat(disturbed).hasSameSizeAs(undisturbed);
        life.house.writeChanges(store);
        StoreContent.assertExact(life.segment(), store);
        assertThat(store.names())
                .noneMatch(key -> key.matches("(order|block|position|conduct|ids)/.*"));
        assertThat(store.names().stream().filter(key -> key.startsWith("contract/")))
                .hasSize(life.house.openContracts() + life.house.deliveringContracts());
    }

    private static void assertSameContracts(Segment restored, Segment undisturbed)
            throws IOException {
        Map<String, String> expected = contracts(undisturbed);
        Map<String, String> actual = contracts(restored);
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        for (String name : expected.keySet()) {
            assertThat(actual.get(name)).as(name).isEqualTo(expected.get(name));
        }
    }

    /** What trading left on each contract. */
    private static Map<String, String> contracts(Segment segment) throws IOException {
        Map<String, String> contracts = new TreeMap<>();
        for (Market market : segment.markets.values()) {
            for (ContractState contract : market.allContracts()) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                MarketStateCodec.write(new DataOutputStream(bytes), contract);
                String content = HexFormat.of().formatHex(bytes.toByteArray());
                contracts.put(contract.name, contract.nextCallMillis + " " + content);
            }
        }
        return contracts;
    }

    private static void disturb(Life life, MapStore store, Random random, int steps) {
        if (random.nextInt(steps) > 0) {
            return;
        }
        life.house.writeChanges(store);
        StoreContent.assertExact(life.segment(), store);
        if (random.nextBoolean()) {
            ClearingHouse before = life.house;
            life.restart(store.shuffled(random));
            assertSame(before, life.house);
        }
    }

    /** What is worked out again is what was there. */
    private static void assertSame(ClearingHouse before, ClearingHouse restored) {
        assertThat(restored.summary()).isEqualTo(before.summary());
        assertThat(before.summary().cashImbalance()).isZero();
        assertThat(before.summary().lotImbalance()).isZero();
        assertThat(restored.netPositions()).isEqualTo(before.netPositions());
        assertThat(restored.restingOrders()).isEqualTo(before.restingOrders());
        assertThat(restored.nextDeadlineMillis())
                .isGreaterThanOrEqualTo(before.nextDeadlineMillis());
        assertThat(restored.segment.accounts.keySet()).isEqualTo(before.segment.accounts.keySet());
        before.segment.accounts.forEach(
                (id, account) -> {
                    AccountState other = restored.segment.accounts.get(id);
                    assertThat(other.cash).isEqualTo(account.cash);
                    assertThat(other.reserved.toBigInteger())
                            .as("reserved of " + id)
                            .isEqualTo(account.reserved.toBigInteger());
                    assertThat(other.maintenance.toBigInteger())
                            .as("maintenance of " + id)
                            .isEqualTo(account.maintenance.toBigInteger());
                    assertThat(other.openPositions).isEqualTo(account.openPositions);
                });
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void theSameRecordAgainChangesNothing(
            @ForAll long seed, @ForAll @IntRange(min = 50, max = 300) int count) {
        Random random = new Random(seed);
        ClearingHouse house = new ClearingHouse(Life.SEGMENT);
        MapStore store = new MapStore();
        long offset = 1_000_000;
        for (MarketEvent event : RandomLife.of(seed, count)) {
            house.apply(event, output -> {});
            if (random.nextInt(4) > 0 || event instanceof RecordRefused) {
                continue;
            }
            house.advanceTo(event.position().timeMillis(), output -> {});
            Map<String, byte[]> before = content(house, store);
            long next = house.nextDeadlineMillis();
            LogPosition at = new LogPosition(event.position().timeMillis(), "o", 0, offset++);
            house.apply(Again.at(event, at), output -> {});
            Map<String, byte[]> after = content(house, store);
            assertThat(after.keySet()).isEqualTo(before.keySet());
            before.forEach((key, value) -> assertThat(after.get(key)).as(key).isEqualTo(value));
            assertThat(house.nextDeadlineMillis()).isEqualTo(next);
        }
    }

    /** All but the number and hash of the last output. */
    private static Map<String, byte[]> content(ClearingHouse house, MapStore store) {
        house.writeChanges(store);
        Map<String, byte[]> content = StoredEntities.byName(store.entities);
        content.remove("segment");
        content.put("deposited", house.deposited().toByteArray());
        return content;
    }
}
