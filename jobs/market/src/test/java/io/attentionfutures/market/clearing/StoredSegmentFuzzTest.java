package io.attentionfutures.market.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.attentionfutures.market.ContractCode;
import io.attentionfutures.market.store.ChunkStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Stored events, entities and contract codes that are damaged are named as such. */
class StoredSegmentFuzzTest {
    private static final Map<String, byte[]> STORED = stored();

    /** What a segment in the middle of its life has stored. */
    private static Map<String, byte[]> stored() {
        Life life = new Life();
        life.run(RandomLife.of(3, 150));
        MapStore store = new MapStore();
        life.house.writeChanges(store);
        Map<String, byte[]> stored = new TreeMap<>(store.entities);
        // Behind the chunks, what these hold under names, as earlier versions did.
        stored.putAll(StoredEntities.byName(store.entities));
        return stored;
    }

    static Stream<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (MarketEvent event : RandomLife.of(5, 20)) {
            seeds.add(seed(0, bytes(event)));
        }
        int place = 0;
        for (Map.Entry<String, byte[]> entity : STORED.entrySet()) {
            if (place++ % 9 == 0 || ChunkStore.isKey(entity.getKey())) {
                seeds.add(entitySeed(place - 1, entity.getValue()));
            }
        }
        String code = new ContractCode("H100.EUW1", Exchange.NOON, Exchange.HOUR).toString();
        seeds.add(seed(2, code.getBytes(StandardCharsets.UTF_8)));
        return seeds.stream();
    }

    private static byte[] seed(int kind, byte[] content) {
        return ByteBuffer.allocate(1 + content.length).put((byte) kind).put(content).array();
    }

    private static byte[] entitySeed(int place, byte[] content) {
        return ByteBuffer.allocate(2 + content.length)
                .put((byte) 1)
                .put((byte) place)
                .put(content)
                .array();
    }

    private static byte[] bytes(MarketEvent event) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        MarketEventCodec.write(event, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void whatIsStoredIsReadOrNamedDamaged(byte[] bytes) throws IOException {
        ByteBuffer input = ByteBuffer.wrap(bytes);
        if (input.remaining() < 2) {
            return;
        }
        switch (input.get() % 3) {
            case 0:
                event(rest(input));
                break;
            case 1:
                entity(input.get() & 0xFF, rest(input));
                break;
            default:
                code(new String(rest(input), StandardCharsets.UTF_8));
        }
    }

    private static byte[] rest(ByteBuffer input) {
        byte[] rest = new byte[input.remaining()];
        input.get(rest);
        return rest;
    }

    private static void event(byte[] bytes) throws IOException {
        MarketEvent event;
        try {
            event = read(bytes);
        } catch (IOException e) {
            return;
        }
        byte[] written = bytes(event);
        assertThat(bytes(read(written))).isEqualTo(written);
    }

    private static MarketEvent read(byte[] bytes) throws IOException {
        return MarketEventCodec.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    /** One entity of a segment holds other bytes. */
    private static void entity(int place, byte[] bytes) {
        Map<String, byte[]> entities = new TreeMap<>(STORED);
        String key = List.copyOf(entities.keySet()).get(place % entities.size());
        boolean inChunks = ChunkStore.isKey(key);
        entities.keySet().removeIf(name -> inChunks ? isInChunks(name) : ChunkStore.isKey(name));
        entities.put(key, bytes);
        try {
            ClearingHouse.restore(Life.SEGMENT, entities.entrySet());
        } catch (IllegalArgumentException e) {
            assertThat(e).message().isNotEmpty();
        }
    }

    private static boolean isInChunks(String name) {
        return EntityCodec.KINDS.contains(name.split("/", 2)[0]);
    }

    private static void code(String text) {
        try {
            assertThat(ContractCode.parse(text)).hasToString(text);
        } catch (IllegalArgumentException e) {
            assertThat(e).message().isNotEmpty();
        }
    }
}
