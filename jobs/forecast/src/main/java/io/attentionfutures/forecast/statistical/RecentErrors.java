package io.attentionfutures.forecast.statistical;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.NormalDistribution;
import io.attentionfutures.forecast.Season;
import java.util.Arrays;

/**
 * The errors that a method made on one history, per window ahead, from a rolling origin: at most
 * {@value #MAXIMUM_ORIGINS} evenly spaced origins of the history's younger part.
 */
final class RecentErrors {

    static final int MAXIMUM_ORIGINS = 192;

    private static final int ENOUGH = 20;
    private static final double UNKNOWN_SHARE = 0.25;

    private final double[][] errors;
    private final double meanAbsolute;
    private final double level;

    private RecentErrors(double[][] errors, double level) {
        this.errors = errors;
        this.level = level;
        double sum = 0;
        int count = 0;
        for (double[] row : errors) {
            for (double error : row) {
                sum += Math.abs(error);
                count++;
            }
        }
        this.meanAbsolute = count == 0 ? 0 : sum / count;
    }

    static RecentErrors of(StatisticalMethod method, double[] values, Season season) {
        int n = values.length;
        int first = Math.max(1, Math.min(season.week(), n / 2));
        int stride = Math.max(1, (n - first) / MAXIMUM_ORIGINS);
        double[][] errors = new double[DemandForecast.HORIZON][];
        for (int h = 0; h < errors.length; h++) {
            // Origins are counted back from the newest one, so that the newest is always there.
            int newest = n - 1 - h;
            int count = newest < first ? 0 : (newest - first) / stride + 1;
            errors[h] = new double[count];
            for (int k = 0; k < count; k++) {
                int origin = newest - k * stride;
                errors[h][k] = values[origin + h] - method.at(values, origin, h + 1, season);
            }
        }
        double level = Arrays.stream(values, Math.max(0, n - season.day()), n).average().orElse(0);
        return new RecentErrors(errors, level);
    }

    /** Mean absolute error over all origins and windows, in units; zero if there are none. */
    double meanAbsolute() {
        return meanAbsolute;
    }

    /**
     * The errors {@code h + 1} windows ahead, in order; those of all windows if they are too few.
     */
    double[] sorted(int h) {
        double[] sample =
                errors[h].length >= ENOUGH
                        ? errors[h].clone()
                        : Arrays.stream(errors).flatMapToDouble(Arrays::stream).toArray();
        Arrays.sort(sample);
        return sample;
    }

    /** Root of the mean squared error of a sample; at least a share of the level if it is small. */
    double deviation(double[] sample) {
        double own = rootMeanSquare(sample);
        return sample.length < ENOUGH ? Math.max(UNKNOWN_SHARE * level, own) : own;
    }

    /** A quantile of a sorted sample, of a normal distribution if it is small; in units. */
    double quantile(double[] sorted, double probability) {
        if (sorted.length < ENOUGH) {
            return deviation(sorted) * NormalDistribution.quantile(probability);
        }
        double position = probability * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    private static double rootMeanSquare(double[] errors) {
        return Math.sqrt(Arrays.stream(errors).map(e -> e * e).average().orElse(0));
    }
}
