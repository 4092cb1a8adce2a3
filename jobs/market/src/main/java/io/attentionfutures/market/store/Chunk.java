package io.attentionfutures.market.store;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Many stored records under one key. What is in it never changes; which of its slots still hold the
 * newest form of something does, and is stored beside it.
 */
final class Chunk {
    private static final int FIRST_SLOTS = 64;

    final long number;

    /** Length of its value once it is stored. */
    int bytes;

    /** What each slot holds the newest form of, null if that has moved or is gone. */
    private Stored[] slots = new Stored[FIRST_SLOTS];

    private int size;
    private int live;

    /** Slots were freed since that was last stored. */
    boolean freed;

    boolean removed;

    Chunk(long number) {
        this.number = number;
    }

    void add(Stored record) {
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, 2 * size);
        }
        fill(size++, record);
    }

    /**
     * Makes room for the slots of a stored chunk, free until they are {@linkplain #fill filled}.
     */
    void reserve(int count) {
        slots = new Stored[count];
        size = count;
    }

    void fill(int slot, Stored record) {
        slots[slot] = record;
        record.chunk = this;
        record.slot = slot;
        live++;
    }

    void free(Stored record) {
        slots[record.slot] = null;
        record.chunk = null;
        live--;
    }

    /** Cuts what room was reserved beyond its slots. */
    void seal(int length) {
        bytes = length;
        slots = Arrays.copyOf(slots, size);
    }

    Stored at(int slot) {
        return slots[slot];
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return live == 0;
    }

    /** Whether less than a quarter of its slots are in use. */
    boolean isSparse() {
        return 4 * live < size;
    }

    BitSet liveSlots() {
        BitSet used = new BitSet(size);
        for (int slot = 0; slot < size; slot++) {
            if (slots[slot] != null) {
                used.set(slot);
            }
        }
        return used;
    }

    String key() {
        return ChunkStore.CHUNK + number;
    }

    String liveKey() {
        return ChunkStore.LIVE + number;
    }
}
