package io.attentionfutures.forecast.model;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.History;
import io.attentionfutures.forecast.Season;
import io.attentionfutures.forecast.statistical.DampedReturn;
import java.util.Arrays;

/**
 * Combines the damped return with the four simple forecasts by the inverse of their recent errors
 * on the same series (Bates and Granger 1969, The combination of forecasts). The damped return has
 * the larger weight until another one is clearly better.
 */
final class Combination {

    private static final int EXPERTS = 5;
    private static final double[] PRIOR = {1, 1, 1, 1, 100};
    private static final double POWER = 12;
    private static final int ORIGINS = 64;
    private static final int DAYS = 8;
    private static final int NEIGHBOURS = 4;
    private static final double SMALLEST = 1e-9;

    private Combination() {}

    /** Forecasts the windows after the end of a history of more than a week, in units. */
    static double[] points(History history) {
        Season season = history.season();
        DampedReturn damped = new DampedReturn(season);
        double[][] errors = smooth(recentErrors(history, season, damped));
        double[] points = new double[DemandForecast.HORIZON];
        for (int h = 0; h < points.length; h++) {
            double smallest = SMALLEST + Arrays.stream(errors[h]).min().orElse(0);
            double total = 0;
            for (int e = 0; e < EXPERTS; e++) {
                double weight =
                        PRIOR[e] * StrictMath.pow(smallest / (SMALLEST + errors[h][e]), POWER);
                total += weight;
                points[h] += weight * expert(e, history, damped, history.windows(), h);
            }
            points[h] /= total;
        }
        return points;
    }

    private static double[][] recentErrors(History history, Season season, DampedReturn damped) {
        int n = history.windows();
        int first = Math.max(season.week(), n - DAYS * season.day());
        int stride = Math.max(1, (n - first) / ORIGINS);
        double[][] errors = new double[DemandForecast.HORIZON][EXPERTS];
        for (int h = 0; h < errors.length; h++) {
            int count = 0;
            for (int origin = n - 1 - h; origin >= first; origin -= stride) {
                for (int e = 0; e < EXPERTS; e++) {
                    double forecast = expert(e, history, damped, origin, h);
                    errors[h][e] += Math.abs(forecast - history.at(origin + h));
                }
                count++;
            }
            for (int e = 0; e < EXPERTS && count > 0; e++) {
                errors[h][e] /= count;
            }
        }
        return errors;
    }

    private static double[][] smooth(double[][] errors) {
        double[][] smooth = new double[errors.length][EXPERTS];
        for (int h = 0; h < errors.length; h++) {
            int from = Math.max(0, h - NEIGHBOURS);
            int to = Math.min(errors.length - 1, h + NEIGHBOURS);
            for (int e = 0; e < EXPERTS; e++) {
                for (int k = from; k <= to; k++) {
                    smooth[h][e] += errors[k][e] / (to - from + 1);
                }
            }
        }
        return smooth;
    }

    private static double expert(int e, History history, DampedReturn damped, int end, int h) {
        return switch (e) {
            case 0 -> history.at(end - 1);
            case 1 -> history.dayAgo(end, h + 1);
            case 2 -> history.weekAgo(end, h + 1);
            case 3 -> history.sevenDays(end, h + 1);
            default -> damped.at(history, end, h);
        };
    }
}
