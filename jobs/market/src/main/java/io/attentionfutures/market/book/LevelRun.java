package io.attentionfutures.market.book;

import java.util.Arrays;

/** Neighbouring levels of one side of a book, best first. */
final class LevelRun {
    static final int MOST_LEVELS = 64;

    /** Limits times the sign that makes them ascend. */
    final long[] keys = new long[MOST_LEVELS];

    final BookLevel[] levels = new BookLevel[MOST_LEVELS];
    int size;

    /** Lots of all its levels. */
    long lots;

    /** Returns the worst limit; call only if not empty. */
    long worstTicks() {
        return levels[size - 1].limitTicks;
    }

    /** Returns the place of a key, or {@code -(its place if it were there) - 1}. */
    int find(long key) {
        return Arrays.binarySearch(keys, 0, size, key);
    }

    void insert(int place, long key, BookLevel level) {
        System.arraycopy(keys, place, keys, place + 1, size - place);
        System.arraycopy(levels, place, levels, place + 1, size - place);
        keys[place] = key;
        levels[place] = level;
        level.run = this;
        lots += level.lots();
        size++;
    }

    void remove(int place) {
        lots -= levels[place].lots();
        levels[place].run = null;
        size--;
        System.arraycopy(keys, place + 1, keys, place, size - place);
        System.arraycopy(levels, place + 1, levels, place, size - place);
        levels[size] = null;
    }

    /** Moves all levels from a place on behind those of another run, which has room for them. */
    void moveTo(LevelRun other, int from) {
        for (int place = from; place < size; place++) {
            other.insert(other.size, keys[place], levels[place]);
            lots -= levels[place].lots();
            levels[place] = null;
        }
        size = from;
    }
}
