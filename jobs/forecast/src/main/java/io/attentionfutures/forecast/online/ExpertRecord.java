package io.attentionfutures.forecast.online;

import io.attentionfutures.forecast.DemandForecast;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How well one forecaster has done lately on one market, per window ahead: its absolute errors and,
 * over the same windows, those of the last value, each discounted at several speeds.
 *
 * <p>Errors count in units of the root of the last value's error at the time. So large windows
 * count for more, as they do in a mean absolute error, but a wild past does not outshout a present
 * in which the series hardly moves.
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
    private static final double NOW = 0.8;
    // Of the largest ever: at most a thousand times (its root) as much does an error count in
    // stillness as in the wildest window.
    private static final double STILLEST = 1e-6;

    private final ForecastTrack track = new ForecastTrack();
    private final double[][] errors = new double[SPEEDS][HORIZON];
    private final double[][] references = new double[SPEEDS][HORIZON];
    private final double[][] counts = new double[SPEEDS][HORIZON];
    private final double[] presentReferences = new double[HORIZON];
    private final double[] presentCounts = new double[HORIZON];
    private double largestReference;
    private double absoluteErrors;
    private double absoluteCounts;

    /**
     * Compares what was forecast of a window with what came.
     *
     * @param window its number, counted from the epoch
     * @param actual units in use
     * @param lastValues the last value before the origin {@code h} windows before it; NaN for none
     */
    void resolve(long window, double actual, double[] lastValues) {
        absoluteErrors *= DISCOUNTS[LATELY];
        absoluteCounts *= DISCOUNTS[LATELY];
        double[] units = units(actual, lastValues);
        for (int h = 0; h < HORIZON; h++) {
            double forecast = track.of(window, h);
            boolean known = !Double.isNaN(forecast) && !Double.isNaN(lastValues[h]);
            double error = known ? Math.abs(forecast - actual) : 0;
            double reference = known ? Math.abs(lastValues[h] - actual) : 0;
            for (int g = 0; g < SPEEDS; g++) {
                errors[g][h] = DISCOUNTS[g] * errors[g][h] + error / units[h];
                references[g][h] = DISCOUNTS[g] * references[g][h] + reference / units[h];
                counts[g][h] = DISCOUNTS[g] * counts[g][h] + (known ? 1 : 0);
            }
            absoluteErrors += error;
            absoluteCounts += known ? 1 : 0;
        }
    }

    /** Per window ahead, the root of the last value's mean error at present; above zero. */
    private double[] units(double actual, double[] lastValues) {
        for (int h = 0; h < HORIZON; h++) {
            boolean known = !Double.isNaN(lastValues[h]);
            double reference = known ? Math.abs(lastValues[h] - actual) : 0;
            presentReferences[h] = NOW * presentReferences[h] + reference;
            presentCounts[h] = NOW * presentCounts[h] + (known ? 1 : 0);
            largestReference = Math.max(largestReference, reference);
        }
        double smallest = STILLEST * largestReference + Double.MIN_NORMAL;
        double[] units = new double[HORIZON];
        for (int h = 0; h < HORIZON; h++) {
            double count = neighbourhood(presentCounts, h);
            double present = count > 0 ? neighbourhood(presentReferences, h) / count : 0;
            units[h] = Math.sqrt(Math.max(smallest, present));
        }
        return units;
    }

    /** Keeps a forecast, see {@link ForecastTrack#add}. */
    void forecast(long origin, double[] points) {
        track.add(origin, points);
    }

    /** Mean absolute error of late over all windows ahead, in units; 0 without any. */
    double meanError() {
        return absoluteCounts > 0 ? absoluteErrors / absoluteCounts : 0;
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
            double own = neighbourhood(error, h) + pooledError + tiny;
            double last = neighbourhood(reference, h) + pooledReference + tiny;
            relative[h] = Math.min(LARGEST, own / last);
        }
        return relative;
    }

    private static double sum(double[] values) {
        return HORIZON * mean(values, 0, HORIZON);
    }

    private static double neighbourhood(double[] values, int h) {
        return mean(values, Math.max(0, h - NEIGHBOURS), Math.min(HORIZON, h + NEIGHBOURS + 1));
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
        for (int h = 0; h < HORIZON; h++) {
            out.writeDouble(presentReferences[h]);
            out.writeDouble(presentCounts[h]);
        }
        out.writeDouble(largestReference);
        out.writeDouble(absoluteErrors);
        out.writeDouble(absoluteCounts);
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
        for (int h = 0; h < HORIZON; h++) {
            presentReferences[h] = in.readDouble();
            presentCounts[h] = in.readDouble();
        }
        largestReference = in.readDouble();
        absoluteErrors = in.readDouble();
        absoluteCounts = in.readDouble();
    }
}
