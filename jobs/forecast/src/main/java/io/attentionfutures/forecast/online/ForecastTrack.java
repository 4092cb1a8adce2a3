package io.attentionfutures.forecast.online;

import io.attentionfutures.forecast.DemandForecast;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The forecasts that were made at the last {@value DemandForecast#HORIZON} origins, kept until the
 * windows that they speak of are known. Single precision: what is kept is also what is compared.
 */
final class ForecastTrack {

    private static final int HORIZON = DemandForecast.HORIZON;

    private final float[][] points = new float[HORIZON][HORIZON];
    private final long[] origins = new long[HORIZON];

    ForecastTrack() {
        Arrays.fill(origins, Long.MIN_VALUE);
    }

    /**
     * Keeps the forecast made at an origin.
     *
     * @param origin number of the first window that is forecast, counted from the epoch
     * @param forecast per window ahead
     */
    void add(long origin, double[] forecast) {
        int slot = (int) Math.floorMod(origin, (long) HORIZON);
        origins[slot] = origin;
        for (int h = 0; h < HORIZON; h++) {
            points[slot][h] = (float) forecast[h];
        }
    }

    /**
     * What was forecast of a window at the origin {@code h} windows before it; NaN if nothing
     * finite was.
     */
    double of(long window, int h) {
        int slot = (int) Math.floorMod(window - h, (long) HORIZON);
        float value = origins[slot] == window - h ? points[slot][h] : Float.NaN;
        return Float.isInfinite(value) ? Double.NaN : value;
    }

    void write(DataOutput out) throws IOException {
        for (int slot = 0; slot < HORIZON; slot++) {
            out.writeLong(origins[slot]);
            for (float value : points[slot]) {
                out.writeFloat(value);
            }
        }
    }

    void read(DataInput in) throws IOException {
        for (int slot = 0; slot < HORIZON; slot++) {
            origins[slot] = in.readLong();
            for (int h = 0; h < HORIZON; h++) {
                points[slot][h] = in.readFloat();
            }
        }
    }
}
