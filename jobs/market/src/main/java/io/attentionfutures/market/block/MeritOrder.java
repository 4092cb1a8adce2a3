package io.attentionfutures.market.block;

import io.attentionfutures.market.auction.PriceLevels;
import java.util.Arrays;

/** What the best lots of one side are worth to their owners, by their limits. */
final class MeritOrder {
    private final long[] ticks;
    private final long[] lots;
    private final long[] value;

    MeritOrder(PriceLevels levels) {
        ticks = new long[levels.size()];
        lots = new long[levels.size() + 1];
        value = new long[levels.size() + 1];
        for (int level = 0; level < ticks.length; level++) {
            ticks[level] = levels.ticks(level);
            lots[level + 1] = lots[level] + levels.lots(level);
            value[level + 1] = value[level] + levels.lots(level) * ticks[level];
        }
    }

    /**
     * Returns the sum of the limits of the best {@code count} lots, at most as many as there are.
     */
    long value(long count) {
        int found = Arrays.binarySearch(lots, count);
        if (found >= 0) {
            return value[found];
        }
        int level = -found - 2;
        return value[level] + (count - lots[level]) * ticks[level];
    }
}
