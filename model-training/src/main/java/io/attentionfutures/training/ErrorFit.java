package io.attentionfutures.training;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.model.FeatureRow;
import io.attentionfutures.forecast.model.MarketModel;
import io.attentionfutures.training.sample.MarketExamples;
import io.attentionfutures.training.sample.Split.Origin;
import java.util.Arrays;
import java.util.List;

/**
 * Decides on the validation origins how much of the network a market gets, and takes the
 * distribution of the errors from there. The error of one window ahead is pooled with its
 * neighbours', which are much alike.
 */
final class ErrorFit {

    // Never all of it: training was stopped on the same windows that the share is chosen on.
    private static final double[] SHARES = {0, 0.25, 0.5, 0.75};
    // A smaller gain than this is taken for chance.
    private static final double SMALLEST_GAIN = 0.005;
    private static final int NEIGHBOURS = 1;

    private ErrorFit() {}

    /**
     * @param windows validation origins
     * @param output the network's output for them
     */
    static MarketModel fit(List<Origin> windows, float[][] output) {
        double bestShare = bestShare(windows, output);
        double[][] errors = errors(windows, output, bestShare);
        double[] deviation = new double[DemandForecast.HORIZON];
        double[][] quantiles = new double[DemandForecast.HORIZON][];
        for (int h = 0; h < deviation.length; h++) {
            double[] sorted = neighbourhood(errors, h);
            deviation[h] = Math.sqrt(Arrays.stream(sorted).map(e -> e * e).average().orElse(1));
            quantiles[h] = quantiles(sorted);
        }
        return new MarketModel(bestShare, deviation, quantiles);
    }

    private static double bestShare(List<Origin> windows, float[][] output) {
        double bestShare = 0;
        double bestError = Double.POSITIVE_INFINITY;
        for (double share : SHARES) {
            double[][] errors = errors(windows, output, share);
            double sum = Arrays.stream(errors).flatMapToDouble(Arrays::stream).map(Math::abs).sum();
            if (sum < bestError) {
                bestError = share == 0 ? (1 - SMALLEST_GAIN) * sum : sum;
                bestShare = share;
            }
        }
        return bestShare;
    }

    private static double[][] errors(List<Origin> windows, float[][] output, double share) {
        double[][] errors = new double[DemandForecast.HORIZON][windows.size()];
        for (int i = 0; i < windows.size(); i++) {
            MarketExamples market = windows.get(i).span().market();
            FeatureRow row = market.row(windows.get(i).index());
            double[] residual = market.residual(row, windows.get(i).index());
            for (int h = 0; h < DemandForecast.HORIZON; h++) {
                errors[h][i] = (residual[h] - share * output[i][h]) * row.scale() / row.spread()[h];
            }
        }
        return errors;
    }

    private static double[] neighbourhood(double[][] errors, int h) {
        int from = Math.max(0, h - NEIGHBOURS);
        int to = Math.min(DemandForecast.HORIZON - 1, h + NEIGHBOURS);
        return Arrays.stream(errors, from, to + 1)
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .toArray();
    }

    private static double[] quantiles(double[] sorted) {
        double[] quantiles = new double[DemandForecast.PROBABILITIES.size()];
        for (int q = 0; q < quantiles.length && sorted.length > 0; q++) {
            double position = DemandForecast.PROBABILITIES.get(q) * (sorted.length - 1);
            int below = (int) position;
            int above = Math.min(below + 1, sorted.length - 1);
            quantiles[q] = sorted[below] + (position - below) * (sorted[above] - sorted[below]);
        }
        return quantiles;
    }
}
