package io.attentionfutures.market.auction;

import java.util.Arrays;

/**
 * One side of an auction: total lots per limit, best limit first. Reused from call to call, so that
 * a call allocates nothing but its result.
 */
public final class PriceLevels {
    private long[] ticks = new long[16];
    private long[] lots = new long[16];
    private int size;

    /** Forgets all levels. */
    public void clear() {
        size = 0;
    }

    /**
     * Appends lots at a limit that is not better than the last one appended; the same limit twice
     * adds up.
     */
    public void add(long limitTicks, long addedLots) {
        if (size > 0 && ticks[size - 1] == limitTicks) {
            lots[size - 1] += addedLots;
            return;
        }
        if (size == ticks.length) {
            ticks = Arrays.copyOf(ticks, 2 * size);
            lots = Arrays.copyOf(lots, 2 * size);
        }
        ticks[size] = limitTicks;
        lots[size++] = addedLots;
    }

    public int size() {
        return size;
    }

    public long ticks(int level) {
        return ticks[level];
    }

    public long lots(int level) {
        return lots[level];
    }
}
