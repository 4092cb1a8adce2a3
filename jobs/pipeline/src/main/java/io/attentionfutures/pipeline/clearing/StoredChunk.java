package io.attentionfutures.pipeline.clearing;

import java.util.List;

/**
 * Events that a checkpoint stored together, in the order of their positions, which is that in which
 * they leave. Knows how many have left.
 */
final class StoredChunk {
    /** Number of a chunk that has a key of its own, from before there were chunks. */
    static final long UNNUMBERED = -1;

    private final long number;
    private final String key;
    private final int size;
    private List<WaitingEvent> waiting;
    private int taken;

    /** Stores events under a number. */
    StoredChunk(long number, List<WaitingEvent> waiting) {
        this(number, Long.toString(number), waiting, waiting.size(), 0);
    }

    /**
     * What was stored.
     *
     * @param size events that were stored
     * @param taken how many of them had left
     */
    StoredChunk(long number, String key, List<WaitingEvent> waiting, int size, int taken) {
        this.number = number;
        this.key = key;
        this.waiting = List.copyOf(waiting);
        this.size = size;
        this.taken = taken;
        waiting.forEach(event -> event.storedIn(this));
    }

    long number() {
        return number;
    }

    /** What names it in the state. */
    String key() {
        return key;
    }

    /** Hands out the events, which it does not keep: they may leave before it does. */
    List<WaitingEvent> waiting() {
        List<WaitingEvent> all = waiting;
        waiting = List.of();
        return all;
    }

    void take() {
        taken++;
    }

    int taken() {
        return taken;
    }

    boolean isEmpty() {
        return taken == size;
    }
}
