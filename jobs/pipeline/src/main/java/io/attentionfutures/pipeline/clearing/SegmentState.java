package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.market.clearing.ClearingHouse;
import io.attentionfutures.market.store.EntityStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;

/**
 * The keyed state of the clearing houses: entities and chunks by name, and waiting events in
 * {@linkplain StoredEvents chunks}. The caller sets the current key.
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
            house.writeChanges(new KeyedEntities(entities));
        }
        order.writeChanges(new StoredEvents(events));
    }

    /** Forgets the current key. */
    void clear() {
        entities.clear();
        events.clear();
    }

    /** Flink's state methods may throw; a checkpoint that cannot be written must fail. */
    private static final class KeyedEntities implements EntityStore {
        private final MapState<String, byte[]> entities;

        KeyedEntities(MapState<String, byte[]> entities) {
            this.entities = entities;
        }

        @Override
        public byte[] get(String key) {
            try {
                return entities.get(key);
            } catch (Exception e) {
                throw new IllegalStateException("cannot read entity " + key, e);
            }
        }

        @Override
        public void put(String key, byte[] value) {
            try {
                entities.put(key, value);
            } catch (Exception e) {
                throw new IllegalStateException("cannot write entity " + key, e);
            }
        }

        @Override
        public void remove(String key) {
            try {
                entities.remove(key);
            } catch (Exception e) {
                throw new IllegalStateException("cannot remove entity " + key, e);
            }
        }
    }
}
