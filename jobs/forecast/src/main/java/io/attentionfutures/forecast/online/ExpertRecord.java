package io.attentionfutures.forecast.online;

import io.attentionfutures.forecast.DemandForecast;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How well one forecaster has done lately on one market, per window ahead: its absolute errors and,
 * over the same windows, those of the last value, each discounted at several speeds.
 */
final class ExpertRecord {

    /** Discount per window at each speed: memories of about 50, 200 and 1000 windows. */
    private static final double[] DISCOUNTS = {0.98, 0.995, 0.999};

    /** Speeds of the last day or two, of the last week, and of all that is remembered. */
    static final int RECENTLY = 0;

    static final int LATELY = 1;
    static final int USUALLY = 2;

    /** Number of speeds. */
    static final int SPEEDS = DISCOUNTS.length;

    private static final int HORIZON = DemandForecast.HORIZON;
    private static final int NEIGHBOURS = 4;
    private static final double POOLED = 24;
    private static final double FEWEST = 96;
    private static final double LARGEST = 1e9;

    private final ForecastTrack track = new ForecastTrack();
    private final double[][] errors = new double[SPEEDS][HORIZON];
    private final double[][] references = new double[SPEEDS][HORIZON];
    private final double[][] counts = new double[SPEEDS][HORIZON];

    /**
     * Compares what was forecast of a window with what came.
     *
     * @param window its number, counted from the epoch
     * @param actual units in use
     * @param lastValues the last value before the origin {@code h} windows before it; NaN for none
     */
    void resolve(long window, double actual, double[] lastValues) {
        for (int h = 0; h < HORIZON; h++) {
            double forecast = track.of(window, h);
            boolean known = !Double.isNaN(forecast) && !Double.isNaN(lastValues[h]);
            double error = known ? Math.abs(forecast - actual) : 0;
            double reference = known ? Math.abs(lastValues[h] - actual) : 0;
            for (int g = 0; g < SPEEDS; g++) {
                errors[g][h] = DISCOUNTS[g] * errors[g][h] + error;
                references[g][h] = DISCOUNTS[g] * references[g][h] + reference;
                counts[g][h] = DISCOUNTS[g] * counts[g][h] + (known ? 1 : 0);
            }
        }
    }

    /** Keeps a forecast, see {@link ForecastTrack#add}. */
    void forecast(long origin, double[] points) {
        track.add(origin, points);
    }

    /** Mean absolute error of late over all windows ahead, in units; 0 without any. */
    double meanError(int speed) {
        double count = sum(counts[speed]);
        return count > 0 ? sum(errors[speed]) / count : 0;
    }

    /** Whether there are enough errors to go by. */
    boolean isProven() {
        return HORIZON * evidence() > FEWEST;
    }

    /** Windows that it has been compared with, the old ones discounted; mean over those ahead. */
    double evidence() {
        return sum(counts[SPEEDS - 1]) / HORIZON;
    }

    /**
     * Error as a multiple of the last value's on the same windows, per window ahead: pooled with
     * its neighbours, and with all others as far as there are few.
     */
    double[] relativeErrors(int speed) {
        double[] error = errors[speed];
        double[] reference = references[speed];
        double count = Math.max(1e-9, sum(counts[speed]) / HORIZON);
        double pooledError = POOLED * sum(error) / HORIZON / count;
        double pooledReference = POOLED * sum(reference) / HORIZON / count;
        double tiny = Double.MIN_NORMAL + 1e-6 * sum(reference) / HORIZON;
        double[] relative = new double[HORIZON];
        for (int h = 0; h < HORIZON; h++) {
            int from = Math.max(0, h - NEIGHBOURS);
            int to = Math.min(HORIZON, h + NEIGHBOURS + 1);
            double own = mean(error, from, to) + pooledError + tiny;
            double relativeToReference = own / (mean(reference, from, to) + pooledReference + tiny);
            relative[h] = Math.min(LARGEST, relativeToReference);
        }
        return relative;
    }

    private static double sum(double[] values) {
        return HORIZON * mean(values, 0, HORIZON);
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }

    void write(DataOutput out) throws IOException {
        track.write(out);
        for (int g = 0; g < SPEEDS; g++) {
            for (int h = 0; h < HORIZON; h++) {
                out.writeDouble(errors[g][h]);
                out.writeDouble(references[g][h]);
                out.writeDouble(counts[g][h]);
            }
        }
    }

    void read(DataInput in) throws IOException {
        track.read(in);
        for (int g = 0; g < SPEEDS; g++) {
            for (int h = 0; h < HORIZON; h++) {
                errors[g][h] = in.readDouble();
                references[g][h] = in.readDouble();
                counts[g][h] = in.readDouble();
            }
        }
    }
}
