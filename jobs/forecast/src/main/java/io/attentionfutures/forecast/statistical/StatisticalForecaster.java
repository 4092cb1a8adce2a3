package io.attentionfutures.forecast.statistical;

import io.attentionfutures.forecast.CleanDemand;
import io.attentionfutures.forecast.DemandCleaner;
import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandForecaster;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.ForecastDistribution;
import io.attentionfutures.forecast.Season;
import java.util.ArrayList;
import java.util.List;

/**
 * Forecasts with one of the simple methods, or with whichever of them had the smallest mean
 * absolute error on the series' own recent past (ties: the earlier in {@link StatisticalMethod}).
 * The distribution is that of the method's own recent errors. One window of history is enough.
 * Stateless.
 */
public final class StatisticalForecaster implements DemandForecaster {

    private final String name;
    private final List<StatisticalMethod> methods;

    private StatisticalForecaster(String name, List<StatisticalMethod> methods) {
        this.name = name;
        this.methods = methods;
    }

    /** The forecaster of one method; its name is the method's code. */
    public static StatisticalForecaster of(StatisticalMethod method) {
        return new StatisticalForecaster(method.code(), List.of(method));
    }

    /** Chooses the best method anew for each series. */
    public static StatisticalForecaster best() {
        return new StatisticalForecaster("best-simple", List.of(StatisticalMethod.values()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<DemandForecast> forecast(List<DemandSeries> batch) {
        List<DemandForecast> forecasts = new ArrayList<>(batch.size());
        for (DemandSeries series : batch) {
            forecasts.add(forecast(series, DemandCleaner.clean(series)));
        }
        return forecasts;
    }

    /** Forecasts one series whose cleaned values are at hand. */
    public DemandForecast forecast(DemandSeries series, CleanDemand clean) {
        Season season = Season.of(series.periodMillis());
        double[] values = clean.values();
        StatisticalMethod method = null;
        RecentErrors errors = null;
        for (StatisticalMethod candidate : methods) {
            RecentErrors own = RecentErrors.of(candidate, values, season);
            if (errors == null || own.meanAbsolute() < errors.meanAbsolute()) {
                method = candidate;
                errors = own;
            }
        }
        double[] deviations = new double[DemandForecast.HORIZON];
        double[][] quantiles = new double[DemandForecast.HORIZON][];
        for (int h = 0; h < deviations.length; h++) {
            double[] sample = errors.sorted(h);
            deviations[h] = errors.deviation(sample);
            quantiles[h] = new double[DemandForecast.PROBABILITIES.size()];
            for (int q = 0; q < quantiles[h].length; q++) {
                quantiles[h][q] = errors.quantile(sample, DemandForecast.PROBABILITIES.get(q));
            }
        }
        double[] points = method.predict(values, values.length, season);
        return ForecastDistribution.around(series, points, deviations, quantiles, method.code());
    }
}
