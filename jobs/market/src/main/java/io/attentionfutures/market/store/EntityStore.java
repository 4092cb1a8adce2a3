package io.attentionfutures.market.store;

/**
 * Where a clearing house writes what changed. Keys are stable across versions; values begin with
 * the version of their layout.
 */
public interface EntityStore {
    /** Returns the value under the key, null if there is none. */
    byte[] get(String key);

    /** Stores the value under the key, in place of what was there. */
    void put(String key, byte[] value);

    /** Removes the key; does nothing if it is not there. */
    void remove(String key);
}
