package io.attentionfutures.market.price;

import io.attentionfutures.market.codec.WholeNumbers;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** One number for each of the latest delivery periods; periods are counted from the epoch. */
final class PeriodSeries {
    private static final long NONE = Long.MIN_VALUE;

    private final double[] values;
    private long newest = NONE;

    PeriodSeries(int length) {
        values = new double[length];
        Arrays.fill(values, Double.NaN);
    }

    /** Keeps a number unless the period has one or is too old; returns whether it did. */
    boolean put(long period, double value) {
        if (Double.isNaN(value) || isOlder(period) || !Double.isNaN(get(period))) {
            return false;
        }
        if (newest == NONE || period - newest >= values.length) {
            Arrays.fill(values, Double.NaN);
            newest = period;
        }
        while (newest < period) {
            newest++;
            values[slot(newest)] = Double.NaN;
        }
        values[slot(period)] = value;
        return true;
    }

    /** Returns a period's number, NaN if it is not known. */
    double get(long period) {
        return newest == NONE || period > newest || isOlder(period)
                ? Double.NaN
                : values[slot(period)];
    }

    boolean isEmpty() {
        return newest == NONE;
    }

    /** The newest period that has a number. */
    long newest() {
        return newest;
    }

    private boolean isOlder(long period) {
        return newest != NONE && period <= newest - values.length;
    }

    private int slot(long period) {
        return (int) Math.floorMod(period, (long) values.length);
    }

    void write(DataOutput out) throws IOException {
        int known = isEmpty() ? 0 : values.length;
        WholeNumbers.write(out, known);
        if (known > 0) {
            WholeNumbers.write(out, newest);
        }
        for (int back = known - 1; back >= 0; back--) {
            out.writeDouble(get(newest - back));
        }
    }

    /** Reads what {@link #write} wrote, of whatever length. */
    void readInto(DataInput in) throws IOException {
        int known = (int) WholeNumbers.read(in);
        long last = known > 0 ? WholeNumbers.read(in) : 0;
        for (int back = known - 1; back >= 0; back--) {
            put(last - back, in.readDouble());
        }
    }
}
