package io.attentionfutures.market.surveillance;

import io.attentionfutures.market.auction.PriceLevels;
import java.util.Arrays;

/** Running totals of one participant's lots over its limits, best limit first. */
final class OwnCurve {
    private long[] keys = new long[8];
    private long[] totals = new long[8];
    private int size;

    /**
     * Takes over the levels.
     *
     * @param sign what to multiply limits by so that they ascend
     */
    void set(PriceLevels levels, int sign) {
        size = levels.size();
        if (size > keys.length) {
            keys = new long[2 * size];
            totals = new long[2 * size];
        }
        long total = 0;
        for (int level = 0; level < size; level++) {
            keys[level] = sign * levels.ticks(level);
            total += levels.lots(level);
            totals[level] = total;
        }
    }

    /** Returns the lots whose limit, times the sign, is at most {@code key}. */
    long lotsUpTo(long key) {
        if (size == 0 || keys[0] > key) {
            return 0;
        }
        int found = Arrays.binarySearch(keys, 0, size, key);
        return totals[found >= 0 ? found : -found - 2];
    }
}
