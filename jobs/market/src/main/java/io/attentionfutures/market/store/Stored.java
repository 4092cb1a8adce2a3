package io.attentionfutures.market.store;

/** Something whose newest stored form has a place in a {@link Chunk}, or is not stored yet. */
public abstract class Stored {
    Chunk chunk;
    int slot;

    /** Whether a chunk holds a form of this. */
    public final boolean isStored() {
        return chunk != null;
    }
}
