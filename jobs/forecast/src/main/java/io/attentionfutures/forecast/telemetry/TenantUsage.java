package io.attentionfutures.forecast.telemetry;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A tenant's samples within one window. Sums are whole millionths of a unit and stick at {@link
 * Long#MAX_VALUE}, so that the order of the samples does not matter.
 *
 * @param sumMicros sum of the samples' use, in millionths of a unit
 * @param count number of samples
 * @param capacityMax the largest capacity seen
 */
public record TenantUsage(long sumMicros, int count, double capacityMax) {

    static final double MICROS = 1e6;

    /** One sample. */
    static TenantUsage of(double used, double capacity) {
        return new TenantUsage(Math.round(used * MICROS), 1, capacity);
    }

    /** These samples and those of {@code other}. */
    public TenantUsage plus(TenantUsage other) {
        return new TenantUsage(
                saturatedSum(sumMicros, other.sumMicros),
                (int) Math.min(Integer.MAX_VALUE, (long) count + other.count),
                Math.max(capacityMax, other.capacityMax));
    }

    /** Mean use in millionths of a unit, rounded half up. */
    long meanMicros() {
        long whole = Math.floorDiv(sumMicros, count);
        long rest = Math.floorMod(sumMicros, count);
        return 2 * rest >= count ? whole + 1 : whole;
    }

    /** Writes 20 bytes: sum, count, capacity. */
    public void write(DataOutput out) throws IOException {
        out.writeLong(sumMicros);
        out.writeInt(count);
        out.writeDouble(capacityMax);
    }

    /** Reads what {@link #write} wrote. */
    public static TenantUsage read(DataInput in) throws IOException {
        return new TenantUsage(in.readLong(), in.readInt(), in.readDouble());
    }

    /** Sum of two numbers, at most {@link Long#MAX_VALUE} in size. */
    static long saturatedSum(long a, long b) {
        long sum = a + b;
        boolean overflow = ((a ^ sum) & (b ^ sum)) < 0;
        return overflow ? (a < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE) : sum;
    }
}
