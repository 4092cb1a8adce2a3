package io.attentionfutures.market.surveillance;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.PriceLevels;
import io.attentionfutures.market.codec.WholeNumbers;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Lots of one account that rest on one side of a book, per limit, best limit first. */
final class OpenLevels {
    /** What limits are multiplied by so that they ascend. */
    private final int sign;

    private long[] keys = new long[2];
    private long[] lots = new long[2];
    private int size;

    /** Lots of market orders, which have no limit. */
    long marketLots;

    OpenLevels(Side side) {
        sign = -side.sign();
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0 && marketLots == 0;
    }

    void add(long limitTicks, long addedLots) {
        long key = sign * limitTicks;
        int place = Arrays.binarySearch(keys, 0, size, key);
        if (place >= 0) {
            lots[place] += addedLots;
            return;
        }
        insert(-place - 1, key, addedLots);
    }

    private void insert(int place, long key, long addedLots) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            lots = Arrays.copyOf(lots, 2 * size);
        }
        System.arraycopy(keys, place, keys, place + 1, size - place);
        System.arraycopy(lots, place, lots, place + 1, size - place);
        keys[place] = key;
        lots[place] = addedLots;
        size++;
    }

    void remove(long limitTicks, long removedLots) {
        int place = Arrays.binarySearch(keys, 0, size, sign * limitTicks);
        if (place < 0 || lots[place] < removedLots) {
            throw new IllegalArgumentException(
                    "no " + removedLots + " lots rest at limit " + limitTicks);
        }
        lots[place] -= removedLots;
        if (lots[place] == 0) {
            size--;
            System.arraycopy(keys, place + 1, keys, place, size - place);
            System.arraycopy(lots, place + 1, lots, place, size - place);
        }
    }

    /** Returns the best limit, market orders counted at theirs; call only if not empty. */
    long bestTicks(long marketLimitTicks) {
        if (size == 0) {
            return marketLimitTicks;
        }
        long best = marketLots > 0 ? Math.min(keys[0], sign * marketLimitTicks) : keys[0];
        return sign * best;
    }

    /** Writes the lots with a limit of at least {@code worstTicks} in quality into {@code into}. */
    void copyTo(PriceLevels into, long marketLimitTicks, long worstTicks) {
        into.clear();
        long market = sign * marketLimitTicks;
        long worst = sign * worstTicks;
        boolean pending = marketLots > 0 && market <= worst;
        for (int level = 0; level < size && keys[level] <= worst; level++) {
            if (pending && market <= keys[level]) {
                into.add(marketLimitTicks, marketLots);
                pending = false;
            }
            into.add(sign * keys[level], lots[level]);
        }
        if (pending) {
            into.add(marketLimitTicks, marketLots);
        }
    }

    /** Returns the lots, market orders included, that take part at a price. */
    long lotsAt(long priceTicks) {
        long total = marketLots;
        for (int level = 0; level < size && keys[level] <= sign * priceTicks; level++) {
            total += lots[level];
        }
        return total;
    }

    long totalLots() {
        long total = marketLots;
        for (int level = 0; level < size; level++) {
            total += lots[level];
        }
        return total;
    }

    void write(DataOutput out) throws IOException {
        WholeNumbers.write(out, marketLots);
        WholeNumbers.write(out, size);
        for (int level = 0; level < size; level++) {
            WholeNumbers.write(out, sign * keys[level]);
            WholeNumbers.write(out, lots[level]);
        }
    }

    void readInto(DataInput in) throws IOException {
        marketLots = WholeNumbers.read(in);
        int count = Math.toIntExact(WholeNumbers.read(in));
        keys = new long[Math.max(2, count)];
        lots = new long[keys.length];
        for (int level = 0; level < count; level++) {
            keys[level] = sign * WholeNumbers.read(in);
            lots[level] = WholeNumbers.read(in);
        }
        size = count;
    }
}
