package io.attentionfutures.forecast.release;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.History;
import io.attentionfutures.forecast.model.ModelForecaster;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * What a model would have forecast at the recent origins of a market, each from what was known
 * then.
 */
final class BackScore {

    private final int first;
    private final List<SortedMap<String, double[]>> points;

    private BackScore(int first, List<SortedMap<String, double[]>> points) {
        this.first = first;
        this.points = points;
    }

    /**
     * Scores the origins from {@code first} to the one before the newest window.
     *
     * @param series the market's history
     * @param first index of the first window that is forecast
     */
    static BackScore of(ModelForecaster model, DemandSeries series, int first) {
        List<DemandSeries> histories = new ArrayList<>();
        for (int origin = first; origin < series.windows(); origin++) {
            histories.add(series.slice(0, origin));
        }
        return new BackScore(first, histories.isEmpty() ? List.of() : model.points(histories));
    }

    /** What each network would have forecast, by its name; one entry per origin, oldest first. */
    List<SortedMap<String, double[]>> points() {
        return points;
    }

    /**
     * Mean absolute error, in units, of the mean of the networks over the origins whose windows
     * have all passed; not finite if a forecast is not, NaN if nothing was measured in them.
     */
    double meanError(History history) {
        return meanError(history, first, origin -> mean(points.get(origin - first)));
    }

    /** The same of any forecaster. */
    static double meanError(History history, int first, Function<Integer, double[]> forecaster) {
        double sum = 0;
        int count = 0;
        for (int origin = first; origin + DemandForecast.HORIZON <= history.windows(); origin++) {
            double[] forecast = forecaster.apply(origin);
            for (int h = 0; h < DemandForecast.HORIZON; h++) {
                if (!history.clean().filled()[origin + h]) {
                    sum += Math.abs(forecast[h] - history.at(origin + h));
                    count++;
                }
            }
        }
        return sum / count;
    }

    private static double[] mean(SortedMap<String, double[]> networks) {
        double[] mean = new double[DemandForecast.HORIZON];
        for (double[] forecast : networks.values()) {
            for (int h = 0; h < mean.length; h++) {
                mean[h] += forecast[h] / networks.size();
            }
        }
        return mean;
    }
}
