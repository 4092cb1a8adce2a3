package io.attentionfutures.market.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** Chunks hold what a map would, in a bounded multiple of its bytes and of what was put. */
class ChunkStoreProperties {
    private static final class Record extends Stored {
        final int id;
        byte[] content;

        Record(int id) {
            this.id = id;
        }
    }

    private static final class CountingStore implements EntityStore {
        final Map<String, byte[]> entities = new HashMap<>();
        long bytesWritten;

        @Override
        public byte[] get(String key) {
            return entities.get(key);
        }

        @Override
        public void put(String key, byte[] value) {
            bytesWritten += value.length;
            entities.put(key, value);
        }

        @Override
        public void remove(String key) {
            entities.remove(key);
        }

        long bytes() {
            return entities.values().stream().mapToLong(value -> value.length).sum();
        }
    }

    private final Map<Integer, Record> records = new HashMap<>();
    private final CountingStore store = new CountingStore();
    private ChunkStore chunks = new ChunkStore();
    private long bytesPut;

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void holdsTheNewestFormOfEveryRecordThatIsNotFreed(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5_000) int ids,
            @ForAll @IntRange(min = 1, max = 2_000) int changes)
            throws IOException {
        Random random = new Random(seed);
        for (int snapshot = 0; snapshot < 25; snapshot++) {
            for (int change = random.nextInt(changes); change > 0; change--) {
                // Freed between snapshots.
                Record record = records.get(random.nextInt(ids));
                if (record != null && random.nextInt(3) == 0) {
                    chunks.free(record);
                    records.remove(record.id);
                }
            }
            chunks.begin(store);
            for (int change = random.nextInt(changes); change > 0; change--) {
                put(random.nextInt(ids), random);
            }
            chunks.finish();
            if (random.nextInt(4) == 0) {
                restart();
            }
        }
        restart();
    }

    private void put(int id, Random random) {
        Record record = records.computeIfAbsent(id, Record::new);
        record.content = new byte[random.nextInt(300)];
        random.nextBytes(record.content);
        bytesPut += record.content.length + 9;
        chunks.put(
                record,
                id % 100,
                out -> {
                    out.writeInt(id);
                    out.write(record.content);
                });
    }

    private void restart() throws IOException {
        chunks = new ChunkStore();
        Map<Integer, Record> restored = new HashMap<>();
        for (StoredRecord stored : chunks.restore(store.entities)) {
            Record record = new Record(stored.content().readInt());
            record.content = new byte[records.get(record.id).content.length];
            stored.content().readFully(record.content);
            assertThat(stored.kind()).isEqualTo(record.id % 100);
            assertThat(record.content).isEqualTo(records.get(record.id).content);
            stored.belongsTo(record);
            assertThat(restored.put(record.id, record)).isNull();
        }
        assertThat(restored.keySet()).isEqualTo(records.keySet());
        records.clear();
        records.putAll(restored);
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void takesAFewTimesTheBytesOfItsRecordsAndWritesAFewTimesWhatIsPut(
            @ForAll long seed, @ForAll @IntRange(min = 500, max = 20_000) int ids) {
        Random random = new Random(seed);
        for (int snapshot = 0; snapshot < 60; snapshot++) {
            chunks.begin(store);
            for (int change = ids / 5; change > 0; change--) {
                put(random.nextInt(ids), random);
            }
            chunks.finish();
        }
        long bytes = records.values().stream().mapToLong(r -> r.content.length + 9L).sum();
        // Of each chunk a quarter of the slots is in use, of whatever lengths.
        assertThat(store.bytes()).isLessThan(9 * bytes / 2 + 65_536);
        // Once when put, a third of that when sparse chunks are moved, and what a snapshot puts is
        // at least a quarter of a full chunk, so that it is merged with others at most twice.
        assertThat(store.bytesWritten).isLessThan(10 * bytesPut / 3 + 65_536);
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void littleAtATimeEndsInFewChunks(@ForAll long seed) {
        Random random = new Random(seed);
        for (int id = 0; id < 3_000; id++) {
            chunks.begin(store);
            put(id, random);
            chunks.finish();
        }
        assertThat(store.entities.size()).isLessThan(30);
        assertThat(store.bytesWritten).isLessThan(16 * bytesPut);
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void nothingIsLeftOfRecordsThatAreGone(@ForAll long seed) {
        Random random = new Random(seed);
        chunks.begin(store);
        for (int id = 0; id < 2_000; id++) {
            put(id, random);
        }
        chunks.finish();
        chunks.begin(store);
        records.values().forEach(chunks::free);
        chunks.finish();
        assertThat(store.entities).isEmpty();
    }
}
