package io.attentionfutures.forecast.online;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.NormalDistribution;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Quantiles of the error of one forecaster on one market, by split-conformal prediction online: the
 * quantiles of the errors that it made lately (Vovk, Gammerman and Shafer 2005), widened or
 * narrowed on each side by how often that side was exceeded (quantile tracking, Gibbs and Candès
 * 2021, Angelopoulos, Candès and Tibshirani 2023), so that the coverage is right also where the
 * series changes. Windows ahead are pooled in groups, their errors in units of their own mean.
 */
public final class ConformalIntervals {

    private static final int HORIZON = DemandForecast.HORIZON;
    private static final int[] GROUP_ENDS = {1, 2, 4, 8, 14, 24};
    private static final int GROUPS = GROUP_ENDS.length;
    private static final int ORIGINS = 336;
    private static final int ENOUGH = 48;
    private static final double DISCOUNT = 0.99;
    // Below the nominal 5 %: errors come in runs, and what has just begun is not yet known.
    private static final double OUTSIDE = 0.034;
    private static final double STEP = 0.12;
    private static final double WIDEST = StrictMath.log(3);
    // After silence the first error is without measure.
    private static final double LARGEST = 50;
    // Nothing is known more exactly than to a thousandth.
    private static final double NARROWEST = 0.001;
    private static final double UNKNOWN_SHARE = 0.25;
    private static final double[] PROBABILITIES = DemandForecast.standardProbabilities();

    private final ForecastTrack points = new ForecastTrack();
    private final ForecastTrack lows = new ForecastTrack();
    private final ForecastTrack highs = new ForecastTrack();
    private final ForecastTrack spreads = new ForecastTrack();
    private final double[] errors = new double[HORIZON];
    private final double[] counts = new double[HORIZON];
    private final float[][] residuals = new float[GROUPS][];
    private final float[][] ordered = new float[GROUPS][];
    private final int[] sizes = new int[GROUPS];
    private final int[] next = new int[GROUPS];
    private final double[] low = new double[GROUPS];
    private final double[] high = new double[GROUPS];

    /** Knows nothing yet. */
    public ConformalIntervals() {
        for (int g = 0; g < GROUPS; g++) {
            residuals[g] = new float[ORIGINS * groupSize(g)];
            ordered[g] = new float[ORIGINS * groupSize(g)];
        }
    }

    /**
     * Compares all forecasts of a window with what came.
     *
     * @param window its number, counted from the epoch
     * @param actual units in use
     */
    public void resolve(long window, double actual) {
        for (int h = 0; h < HORIZON; h++) {
            double point = points.of(window, h);
            double spread = spreads.of(window, h);
            if (Double.isNaN(point) || !(spread > 0)) {
                continue;
            }
            int g = group(h);
            double residual = (actual - point) / spread;
            keep(g, (float) Math.max(-LARGEST, Math.min(LARGEST, residual)));
            errors[h] = DISCOUNT * errors[h] + Math.abs(actual - point);
            counts[h] = DISCOUNT * counts[h] + 1;
            double step = STEP / groupSize(g);
            low[g] = moved(low[g], actual < lows.of(window, h), step);
            high[g] = moved(high[g], actual > highs.of(window, h), step);
        }
    }

    /** Keeps a residual in place of the oldest if there is no room, both by age and in order. */
    private void keep(int g, float residual) {
        float[] sorted = ordered[g];
        if (sizes[g] == residuals[g].length) {
            int oldest = Arrays.binarySearch(sorted, 0, sizes[g], residuals[g][next[g]]);
            System.arraycopy(sorted, oldest + 1, sorted, oldest, sizes[g] - oldest - 1);
            sizes[g]--;
        }
        int found = Arrays.binarySearch(sorted, 0, sizes[g], residual);
        int place = found < 0 ? -found - 1 : found;
        System.arraycopy(sorted, place, sorted, place + 1, sizes[g] - place);
        sorted[place] = residual;
        sizes[g]++;
        residuals[g][next[g]] = residual;
        next[g] = (next[g] + 1) % residuals[g].length;
    }

    private static double moved(double value, boolean outside, double step) {
        double next = value + step * ((outside ? 1 : 0) - OUTSIDE);
        return Math.max(-WIDEST, Math.min(WIDEST, next));
    }

    /**
     * Lays the errors to expect around a forecast, and keeps it for comparison.
     *
     * @param origin number of the first window that is forecast, counted from the epoch
     * @param forecast point forecasts, in units
     * @param level the series' level, in units: what the errors are measured by while none is known
     */
    public Quantiles around(long origin, double[] forecast, double level) {
        double[] spread = spread(Math.max(Math.abs(level), Float.MIN_NORMAL));
        double[] deviation = new double[HORIZON];
        double[][] offsets = new double[HORIZON][];
        double[] lowest = new double[HORIZON];
        double[] highest = new double[HORIZON];
        for (int g = 0; g < GROUPS; g++) {
            double[] relative = relativeQuantiles(g);
            double meanSquare = meanSquare(g);
            for (int h = GROUP_ENDS[g] - groupSize(g); h < GROUP_ENDS[g]; h++) {
                deviation[h] = spread[h] * Math.sqrt(meanSquare);
                double scale = spread[h];
                offsets[h] = Arrays.stream(relative).map(q -> scale * q).toArray();
                int last = relative.length - 1;
                double narrowest = NARROWEST * Math.abs(forecast[h]);
                offsets[h][0] = Math.min(offsets[h][0], -narrowest);
                offsets[h][last] = Math.max(offsets[h][last], narrowest);
                lowest[h] = forecast[h] + offsets[h][0];
                highest[h] = forecast[h] + offsets[h][last];
            }
        }
        points.add(origin, forecast);
        lows.add(origin, lowest);
        highs.add(origin, highest);
        spreads.add(origin, spread);
        return new Quantiles(deviation, offsets);
    }

    /**
     * The error to expect per window ahead.
     *
     * @param deviation root mean squared error, in units
     * @param offsets {@code [window][probability]} quantiles of the error (actual less forecast) at
     *     {@link DemandForecast#PROBABILITIES}, in units, not decreasing
     */
    public record Quantiles(double[] deviation, double[][] offsets) {}

    /** Mean absolute error per window ahead, drawn to its neighbours'; in units, above zero. */
    private double[] spread(double level) {
        double[] spread = new double[HORIZON];
        for (int h = 0; h < HORIZON; h++) {
            double sum = 0;
            double count = 0;
            for (int k = Math.max(0, h - 2); k <= Math.min(HORIZON - 1, h + 2); k++) {
                sum += errors[k];
                count += counts[k];
            }
            // As if one more error of that share of the level had been seen.
            spread[h] = (sum + UNKNOWN_SHARE * level) / (count + 1);
        }
        return spread;
    }

    private double[] relativeQuantiles(int g) {
        double[] quantiles = new double[PROBABILITIES.length];
        for (int q = 0; q < quantiles.length; q++) {
            double p = PROBABILITIES[q];
            double value =
                    sizes[g] < ENOUGH
                            ? NormalDistribution.quantile(p) * Math.sqrt(Math.PI / 2)
                            : quantile(ordered[g], sizes[g], p);
            quantiles[q] = value * StrictMath.exp(value < 0 ? low[g] : high[g]);
        }
        for (int q = 1; q < quantiles.length; q++) {
            quantiles[q] = Math.max(quantiles[q], quantiles[q - 1]);
        }
        return quantiles;
    }

    private static double quantile(float[] sorted, int size, double probability) {
        double position = probability * (size - 1);
        int below = (int) position;
        int above = Math.min(below + 1, size - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    private double meanSquare(int g) {
        if (sizes[g] < ENOUGH) {
            return Math.PI / 2;
        }
        double sum = 0;
        for (int i = 0; i < sizes[g]; i++) {
            sum += (double) residuals[g][i] * residuals[g][i];
        }
        return sum / sizes[g];
    }

    private static int group(int h) {
        int g = 0;
        while (h >= GROUP_ENDS[g]) {
            g++;
        }
        return g;
    }

    private static int groupSize(int g) {
        return GROUP_ENDS[g] - (g == 0 ? 0 : GROUP_ENDS[g - 1]);
    }

    void write(DataOutput out) throws IOException {
        for (ForecastTrack track : List.of(points, lows, highs, spreads)) {
            track.write(out);
        }
        for (int h = 0; h < HORIZON; h++) {
            out.writeDouble(errors[h]);
            out.writeDouble(counts[h]);
        }
        for (int g = 0; g < GROUPS; g++) {
            out.writeInt(sizes[g]);
            out.writeInt(next[g]);
            out.writeDouble(low[g]);
            out.writeDouble(high[g]);
            for (int i = 0; i < sizes[g]; i++) {
                out.writeFloat(residuals[g][i]);
            }
        }
    }

    void read(DataInput in) throws IOException {
        for (ForecastTrack track : List.of(points, lows, highs, spreads)) {
            track.read(in);
        }
        for (int h = 0; h < HORIZON; h++) {
            errors[h] = in.readDouble();
            counts[h] = in.readDouble();
        }
        for (int g = 0; g < GROUPS; g++) {
            sizes[g] = in.readInt();
            next[g] = in.readInt();
            low[g] = in.readDouble();
            high[g] = in.readDouble();
            for (int i = 0; i < sizes[g]; i++) {
                residuals[g][i] = in.readFloat();
            }
            System.arraycopy(residuals[g], 0, ordered[g], 0, sizes[g]);
            Arrays.sort(ordered[g], 0, sizes[g]);
        }
    }
}
