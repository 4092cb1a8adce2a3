package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.market.clearing.ClearingHouse;
import io.attentionfutures.market.clearing.EntityStore;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;

/**
 * The keyed state of the clearing houses: entity by name, and waiting events in {@linkplain
 * StoredEvents chunks}. The caller sets the current key.
 */
final class SegmentState {
    static final MapStateDescriptor<String, byte[]> ENTITIES =
            new MapStateDescriptor<>(
                    "entities", StringSerializer.INSTANCE, BytePrimitiveArraySerializer.INSTANCE);
    static final MapStateDescriptor<String, byte[]> EVENTS =
            new MapStateDescriptor<>(
                    "events", StringSerializer.INSTANCE, BytePrimitiveArraySerializer.INSTANCE);

    private final MapState<String, byte[]> entities;
    private final MapState<String, byte[]> events;

    SegmentState(MapState<String, byte[]> entities, MapState<String, byte[]> events) {
        this.entities = entities;
        this.events = events;
    }

    /** Rebuilds the clearing house of the current key. */
    ClearingHouse restoreHouse(String segment) throws Exception {
        return ClearingHouse.restore(segment, entities.entries());
    }

    /** Reads the events of the current key that waited at the checkpoint. */
    EventOrder restoreEvents() throws Exception {
        EventOrder order = new EventOrder();
        order.restore(StoredEvents.read(events));
        return order;
    }

    /** Writes what changed since the last checkpoint for the current key. */
    void write(ClearingHouse house, EventOrder order) throws Exception {
        if (!house.isEmpty()) {
            try (KeyedEntities keyed = new KeyedEntities(entities)) {
                house.writeChanges(keyed);
            }
        }
        order.writeChanges(new StoredEvents(events));
    }

    /** Forgets the current key. */
    void clear() {
        entities.clear();
        events.clear();
    }

    /**
     * Writes many entities at a time: one by one costs RocksDB more. Flink's state methods may
     * throw; a checkpoint that cannot be written must fail.
     */
    private static final class KeyedEntities implements EntityStore, AutoCloseable {
        private static final int BATCH = 1_000;

        private final MapState<String, byte[]> entities;
        private final Map<String, byte[]> puts = new HashMap<>();

        KeyedEntities(MapState<String, byte[]> entities) {
            this.entities = entities;
        }

        @Override
        public void put(String key, byte[] value) {
            puts.put(key, value);
            if (puts.size() == BATCH) {
                close();
            }
        }

        @Override
        public void remove(String key) {
            puts.remove(key);
            try {
                entities.remove(key);
            } catch (Exception e) {
                throw new IllegalStateException("cannot remove entity " + key, e);
            }
        }

        @Override
        public void close() {
            try {
                entities.putAll(puts);
            } catch (Exception e) {
                throw new IllegalStateException("cannot write entities", e);
            }
            puts.clear();
        }
    }
}
