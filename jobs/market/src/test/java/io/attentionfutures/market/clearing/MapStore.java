package io.attentionfutures.market.clearing;

import io.attentionfutures.market.store.EntityStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A store in memory that counts what is written to it. */
final class MapStore implements EntityStore {
    final Map<String, byte[]> entities = new HashMap<>();
    final List<String> written = new ArrayList<>();

    @Override
    public byte[] get(String key) {
        return entities.get(key);
    }

    @Override
    public void put(String key, byte[] value) {
        entities.put(key, value);
        written.add(key);
    }

    @Override
    public void remove(String key) {
        entities.remove(key);
        written.add("-" + key);
    }

    /** Names of the stored entities, whether they have keys of their own or are in chunks. */
    Set<String> names() {
        return StoredEntities.byName(entities).keySet();
    }

    /** Entities in an order that has nothing to do with how they were written. */
    List<Map.Entry<String, byte[]>> shuffled(Random random) {
        List<Map.Entry<String, byte[]>> entries = new ArrayList<>(entities.entrySet());
        Collections.shuffle(entries, random);
        return entries;
    }
}
