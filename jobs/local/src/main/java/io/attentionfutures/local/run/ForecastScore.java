package io.attentionfutures.local.run;

import io.attentionfutures.forecast.Season;
import io.attentionfutures.forecast.metrics.ForecastErrors;
import io.attentionfutures.forecast.statistical.StatisticalMethod;
import io.attentionfutures.schemas.DemandForecast;
import io.attentionfutures.schemas.DemandWindow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Error of the forecasts that a run published, beside the simple forecasters on the same origins:
 * all windows of all origins after a time, MASE scaled by the error of the day before over the part
 * before that time.
 */
final class ForecastScore {
    private final Map<String, TreeMap<Long, DemandWindow>> demand = new HashMap<>();
    private final Map<String, TreeMap<Long, float[]>> forecasts = new HashMap<>();

    void add(DemandWindow window) {
        demand.computeIfAbsent(window.getMarket(), market -> new TreeMap<>())
                .put(window.getWindowStart().toEpochMilli(), window);
    }

    void add(DemandForecast forecast) {
        float[] mean = new float[forecast.getMean().size()];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = forecast.getMean().get(i).floatValue();
        }
        forecasts
                .computeIfAbsent(forecast.getMarket(), market -> new TreeMap<>())
                .put(forecast.getDataAsOf().toEpochMilli(), mean);
    }

    /** The errors; NaN where there is too little to measure. */
    record Result(double forecastMase, double bestSimpleMase, String bestSimple, int origins) {}

    /**
     * Measures.
     *
     * @param fromMillis only forecasts that know this much demand count
     */
    Result measure(long fromMillis) {
        List<Double> ours = new ArrayList<>();
        Map<StatisticalMethod, List<Double>> simple = new EnumMap<>(StatisticalMethod.class);
        int origins = 0;
        for (String market : new TreeMap<>(demand).keySet()) {
            origins += measure(market, fromMillis, ours, simple);
        }
        double best = Double.NaN;
        String bestName = "";
        for (Map.Entry<StatisticalMethod, List<Double>> method : simple.entrySet()) {
            double mase = mean(method.getValue());
            if (Double.isNaN(best) || mase < best) {
                best = mase;
                bestName = method.getKey().code();
            }
        }
        return new Result(mean(ours), best, bestName, origins);
    }

    private int measure(
            String market,
            long fromMillis,
            List<Double> ours,
            Map<StatisticalMethod, List<Double>> simple) {
        TreeMap<Long, DemandWindow> windows = demand.get(market);
        DemandWindow first = windows.firstEntry().getValue();
        long period = first.getWindowEnd().toEpochMilli() - first.getWindowStart().toEpochMilli();
        long start = windows.firstKey();
        int count = (int) ((windows.lastKey() - start) / period) + 1;
        double[] actual = new double[count];
        boolean[] known = new boolean[count];
        for (int i = 0; i < count; i++) {
            DemandWindow window = windows.get(start + i * period);
            known[i] = window != null && window.getSamples() > 0;
            actual[i] = known[i] ? window.getUsed() : i == 0 ? 0 : actual[i - 1];
        }
        Season season = Season.of(period);
        int from = (int) Math.max(1, (fromMillis - start) / period);
        double scale = dayBeforeError(actual, season.day(), Math.min(from, count));
        ForecastErrors published = new ForecastErrors(scale, 1);
        Map<StatisticalMethod, ForecastErrors> methods = new EnumMap<>(StatisticalMethod.class);
        int origins = 0;
        for (Map.Entry<Long, float[]> forecast :
                forecasts.getOrDefault(market, new TreeMap<>()).entrySet()) {
            int origin = (int) ((forecast.getKey() - start) / period);
            if (origin < from || origin + forecast.getValue().length > count) {
                continue;
            }
            origins++;
            for (StatisticalMethod method : StatisticalMethod.values()) {
                ForecastErrors errors =
                        methods.computeIfAbsent(method, m -> new ForecastErrors(scale, 1));
                double[] predicted = method.predict(actual, origin, season);
                for (int h = 0; h < predicted.length; h++) {
                    errors.add(predicted[h], known[origin + h] ? actual[origin + h] : Double.NaN);
                }
            }
            for (int h = 0; h < forecast.getValue().length; h++) {
                published.add(
                        forecast.getValue()[h],
                        known[origin + h] ? actual[origin + h] : Double.NaN);
            }
        }
        if (origins > 0 && scale > 0) {
            ours.add(published.mase());
            methods.forEach(
                    (method, errors) ->
                            simple.computeIfAbsent(method, m -> new ArrayList<>())
                                    .add(errors.mase()));
        }
        return origins;
    }

    private static double dayBeforeError(double[] actual, int day, int until) {
        double sum = 0;
        for (int i = day; i < until; i++) {
            sum += Math.abs(actual[i] - actual[i - day]);
        }
        return until > day ? sum / (until - day) : 0;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}
