package io.attentionfutures.market.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.store.ByteOutput;
import io.attentionfutures.market.store.ChunkStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a segment's store must hold, written from scratch. */
final class StoreContent {
    private StoreContent() {}

    /** Insists that a store to which changes were written holds what a full write would. */
    static void assertExact(Segment segment, MapStore store) {
        TreeMap<String, byte[]> expected = new TreeMap<>();
        TreeSet<String> counted = new TreeSet<>();
        for (AccountState account : segment.accounts.values()) {
            expected.put(
                    "account/" + account.id(), bytes(out -> EntityCodec.account(out, account)));
        }
        for (Market market : segment.markets.values()) {
            expected.put("specification/" + market.name(), EntityCodec.specification(market));
            if (market.forecast != null) {
                expected.put("forecast/" + market.name(), EntityCodec.forecast(market));
            }
            if (!market.history.isEmpty()) {
                expected.put("history/" + market.name(), EntityCodec.history(market));
            }
            for (RestingBlock block : market.blocks.all()) {
                expected.put(
                        "block/" + market.name() + "/" + block.sequence(),
                        EntityCodec.block(market, block));
            }
            for (ContractState contract : market.allContracts()) {
                add(contract, expected);
                if (contract.delivering == null) {
                    contract.conduct.forEach(
                            conduct ->
                                    counted.add(
                                            "conduct/"
                                                    + contract.serial
                                                    + "/"
                                                    + conduct.account()));
                }
                for (int chunk = 0; chunk < contract.storedIds.size(); chunk++) {
                    counted.add("ids/" + contract.serial + "/" + chunk);
                }
            }
        }
        TreeMap<String, byte[]> stored = new TreeMap<>(StoredEntities.byName(store.entities));
        assertThat(stored.remove("segment")).isNotNull();
        assertThat(stored.keySet().stream().filter(key -> key.matches("(ids|conduct)/.*")))
                .containsExactlyInAnyOrderElementsOf(counted);
        stored.keySet().removeAll(counted);
        assertThat(stored.keySet()).isEqualTo(expected.keySet());
        expected.forEach((key, value) -> assertThat(stored.get(key)).as(key).isEqualTo(value));
    }

    private static byte[] bytes(ChunkStore.Content content) {
        ByteOutput out = new ByteOutput(1);
        try {
            content.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void add(ContractState contract, TreeMap<String, byte[]> expected) {
        expected.put(
                "contract/" + contract.name, bytes(out -> EntityCodec.contract(out, contract)));
        for (RestingOrder order : contract.book.orders()) {
            expected.put(
                    "order/" + contract.serial + "/" + order.sequence(),
                    bytes(out -> EntityCodec.order(out, contract, order)));
        }
        for (Position position : contract.positions.values()) {
            if (position.lots != 0 || position.soldLots != 0 || position.isStored()) {
                expected.put(
                        "position/" + contract.serial + "/" + position.accountId(),
                        bytes(out -> EntityCodec.position(out, contract, position)));
            }
        }
    }
}
