package io.attentionfutures.market.book;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * One side of a book: limits best first, and market orders apart from them. Limits lie in runs, a
 * two-step sorted array: found by bisection in few cache lines, walked without jumps, and a new one
 * moves no more than a run.
 */
final class BookSide implements Iterable<BookLevel> {
    /** What limits are multiplied by so that the best is the least. */
    private final int sign;

    private final BookLevel market = new BookLevel(0);
    private LevelRun[] runs = new LevelRun[4];

    /** First key of each run. */
    private long[] firstKeys = new long[4];

    private int count;

    BookSide(Side side) {
        sign = -side.sign();
    }

    void add(RestingOrder order) {
        (order.type == OrderType.MARKET ? market : level(order.limitTicks)).append(order);
    }

    void remove(RestingOrder order) {
        BookLevel level = order.level;
        level.unlink(order);
        if (level.orders() == 0 && level != market) {
            remove(level);
        }
    }

    /** Returns the level of a limit, a new one if there was none. */
    private BookLevel level(long limitTicks) {
        long key = sign * limitTicks;
        int index = Math.max(0, runOf(key));
        if (count == 0) {
            insert(0, new LevelRun(), key);
        }
        LevelRun run = runs[index];
        int place = run.find(key);
        if (place >= 0) {
            return run.levels[place];
        }
        place = -place - 1;
        if (run.size == LevelRun.MOST_LEVELS) {
            LevelRun next = split(index);
            if (place > run.size) {
                place -= run.size;
                run = next;
                index++;
            }
        }
        BookLevel level = new BookLevel(limitTicks);
        run.insert(place, key, level);
        firstKeys[index] = run.keys[0];
        return level;
    }

    private void remove(BookLevel level) {
        long key = sign * level.limitTicks;
        int index = runOf(key);
        LevelRun run = runs[index];
        run.remove(run.find(key));
        if (run.size == 0) {
            removeRun(index);
            return;
        }
        firstKeys[index] = run.keys[0];
        if (index + 1 < count && run.size + runs[index + 1].size <= LevelRun.MOST_LEVELS / 4) {
            runs[index + 1].moveTo(run, 0);
            removeRun(index + 1);
        }
    }

    /** Returns the index of the run that a key belongs to, -1 if it lies before all. */
    private int runOf(long key) {
        int found = Arrays.binarySearch(firstKeys, 0, count, key);
        return found >= 0 ? found : -found - 2;
    }

    /** Moves half of a run into a new one behind it, which is returned. */
    private LevelRun split(int index) {
        LevelRun next = new LevelRun();
        runs[index].moveTo(next, LevelRun.MOST_LEVELS / 2);
        insert(index + 1, next, next.keys[0]);
        return next;
    }

    private void insert(int index, LevelRun run, long firstKey) {
        if (count == runs.length) {
            runs = Arrays.copyOf(runs, 2 * count);
            firstKeys = Arrays.copyOf(firstKeys, 2 * count);
        }
        System.arraycopy(runs, index, runs, index + 1, count - index);
        System.arraycopy(firstKeys, index, firstKeys, index + 1, count - index);
        runs[index] = run;
        firstKeys[index] = firstKey;
        count++;
    }

    private void removeRun(int index) {
        count--;
        System.arraycopy(runs, index + 1, runs, index, count - index);
        System.arraycopy(firstKeys, index + 1, firstKeys, index, count - index);
        runs[count] = null;
    }

    BookLevel market() {
        return market;
    }

    boolean hasLimits() {
        return count > 0;
    }

    /** Returns the best limit, or {@code none} if no limit order rests. */
    long bestOr(long none) {
        return count == 0 ? none : sign * firstKeys[0];
    }

    int runCount() {
        return count;
    }

    LevelRun run(int index) {
        return runs[index];
    }

    /** Limits, best first. */
    @Override
    public Iterator<BookLevel> iterator() {
        return new Iterator<>() {
            private int index;
            private int place;

            @Override
            public boolean hasNext() {
                return index < count;
            }

            @Override
            public BookLevel next() {
                if (index >= count) {
                    throw new NoSuchElementException();
                }
                LevelRun run = runs[index];
                BookLevel level = run.levels[place++];
                if (place == run.size) {
                    place = 0;
                    index++;
                }
                return level;
            }
        };
    }

    /** Adds all orders of this side to a list. */
    void collect(List<RestingOrder> into) {
        market.collect(into);
        for (BookLevel level : this) {
            level.collect(into);
        }
    }
}
