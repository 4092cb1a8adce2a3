package io.attentionfutures.market.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How a field is added to what a segment stores: every value begins with the version of its layout
 * and is read to its last byte, so that a new version's field comes after what the old one has; an
 * older program refuses it by name. {@link EarlierLayoutTest} reads values of an earlier version.
 */
class StoredLayoutTest {
    private static final Map<String, byte[]> STORED = stored();

    /** Of every kind of entity at least one. */
    private static Map<String, byte[]> stored() {
        Map<String, byte[]> all = new TreeMap<>();
        for (int seed = 0; seed < 20 && kinds(all).count() < 11; seed++) {
            Life life = new Life();
            life.run(RandomLife.of(seed, 250));
            MapStore store = new MapStore();
            life.house.writeChanges(store);
            Map<String, byte[]> named = StoredEntities.byName(store.entities);
            if (kinds(named).count() > kinds(all).count()) {
                all = named;
            }
        }
        return all;
    }

    private static Stream<String> kinds(Map<String, byte[]> entities) {
        return entities.keySet().stream().map(key -> key.split("/", 2)[0]).distinct();
    }

    static Stream<String> kinds() {
        return kinds(STORED);
    }

    private static String key(String kind) {
        return STORED.keySet().stream()
                .filter(key -> key.split("/", 2)[0].equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static void restoreWith(String key, byte[] value) {
        Map<String, byte[]> entities = new TreeMap<>(STORED);
        entities.put(key, value);
        ClearingHouse.restore(Life.SEGMENT, entities.entrySet());
    }

    @Test
    void everyKindOfEntityIsLookedAt() {
        assertThat(kinds())
                .containsExactlyInAnyOrder(
                        "segment",
                        "account",
                        "specification",
                        "forecast",
                        "history",
                        "contract",
                        "order",
                        "block",
                        "position",
                        "conduct",
                        "ids");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anEntityOfALaterVersionIsRefusedByName(String kind) {
        String key = key(kind);
        byte[] later = Arrays.copyOf(STORED.get(key), STORED.get(key).length + Long.BYTES);
        later[0] = EntityCodec.VERSION + 1;

        assertThatThrownBy(() -> restoreWith(key, later))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(key + " has layout version 2, this program reads versions 1 to 1");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anEntityIsReadToItsLastByte(String kind) {
        String key = key(kind);
        byte[] whole = STORED.get(key);
        restoreWith(key, whole);

        assertThatThrownBy(() -> restoreWith(key, Arrays.copyOf(whole, whole.length - 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("stored state of segment EUW1 is damaged");
    }

    @Test
    void aStoredEventOfALaterVersionIsRefusedByName() throws IOException {
        for (MarketEvent event : RandomLife.of(1, 200)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            MarketEventCodec.write(event, new DataOutputStream(bytes));
            byte[] whole = bytes.toByteArray();
            byte[] later = whole.clone();
            later[0] = 2;
            assertThatThrownBy(() -> read(later))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "an event has layout version 2, this program reads versions 1 to 1");
            assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 1)))
                    .as("is read to its last byte: " + event)
                    .isInstanceOf(IOException.class);
        }
    }

    private static MarketEvent read(byte[] bytes) throws IOException {
        return MarketEventCodec.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
