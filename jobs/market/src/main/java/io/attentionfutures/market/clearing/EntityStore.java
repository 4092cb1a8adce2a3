package io.attentionfutures.market.clearing;

/**
 * Where a clearing house writes the entities that changed. Keys are stable across versions; values
 * begin with the version of their layout.
 */
public interface EntityStore {
    /** Stores the value under the key, in place of what was there. */
    void put(String key, byte[] value);

    /** Removes the key; does nothing if it is not there. */
    void remove(String key);
}
