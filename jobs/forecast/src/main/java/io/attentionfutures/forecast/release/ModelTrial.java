package io.attentionfutures.forecast.release;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.History;
import io.attentionfutures.forecast.Season;
import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.ModelForecaster;
import io.attentionfutures.forecast.online.MarketForecaster;
import io.attentionfutures.forecast.statistical.StatisticalMethod;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Decides whether a challenger may take the champion's place on one market: both forecast the
 * market's recent windows that neither was trained on, each time from what was known then, and the
 * challenger must not have the larger mean absolute error. A model's forecast here is the mean of
 * its networks. Where no model serves, the best of the four simple methods stands in for the
 * champion. A function of the market's windows and the two models alone.
 *
 * @param fewestOrigins fewest forecasts per model to decide by
 * @param days most days of origins, the last ones
 * @param tolerance how much larger the challenger's error may be, as a share of the champion's
 */
public record ModelTrial(int fewestOrigins, int days, double tolerance) implements Serializable {

    /**
     * @throws IllegalArgumentException if a number is out of range
     */
    public ModelTrial {
        if (fewestOrigins < 1) {
            throw new IllegalArgumentException(
                    "at least 1 forecast must be compared, not " + fewestOrigins);
        }
        if (days < 1 || days > 14) {
            throw new IllegalArgumentException("1 to 14 days can be compared, not " + days);
        }
        if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
            throw new IllegalArgumentException("a tolerance of " + tolerance);
        }
    }

    /**
     * Compares two models on a market, and hands the market over to the challenger if it wins: the
     * former networks are forgotten, and the new ones weighed by how they would have done lately.
     *
     * @param market the market
     * @param champion the model that serves it, if any
     * @param challenger a model for windows of the market's length
     */
    public Verdict judge(
            MarketForecaster market,
            Optional<ModelForecaster> champion,
            ModelForecaster challenger) {
        Comparison made = compared(market.series(), champion, challenger);
        if (made.verdict().decision() == Decision.ADOPTED) {
            market.replaceNetworks(made.challenger());
        }
        return made.verdict();
    }

    /**
     * Compares two models on a history.
     *
     * @param series the history; its newest windows decide
     * @param champion the model to be no worse than, if any
     * @param challenger a model for windows of the same length
     */
    public Verdict compare(
            DemandSeries series, Optional<ModelForecaster> champion, ModelForecaster challenger) {
        return compared(series, champion, challenger).verdict();
    }

    private record Comparison(Verdict verdict, List<SortedMap<String, double[]>> challenger) {}

    private Comparison compared(
            DemandSeries series, Optional<ModelForecaster> champion, ModelForecaster challenger) {
        Optional<ModelForecaster> rival =
                champion.filter(model -> periodMillis(model) == series.periodMillis());
        int first = firstOrigin(series, rival, challenger);
        int origins = Math.max(0, series.windows() - DemandForecast.HORIZON - first + 1);
        History history = new History(series);
        if (origins < fewestOrigins || nothingMeasured(history, first)) {
            return undecided(origins);
        }
        BackScore tried = BackScore.of(challenger, series, first);
        double own = tried.meanError(history);
        double others =
                rival.map(model -> BackScore.of(model, series, first).meanError(history))
                        .orElseGet(() -> bestSimpleError(history, first));
        boolean better = Double.isFinite(own) && !(own > others * (1 + tolerance));
        return new Comparison(
                new Verdict(
                        better ? Decision.ADOPTED : Decision.REFUSED,
                        Double.isFinite(own)
                                ? grounds(rival, own, others, origins, better)
                                : "its forecasts of the recent windows are not finite",
                        Double.isFinite(own) ? own : Double.NaN,
                        others,
                        origins),
                tried.points());
    }

    private Comparison undecided(int origins) {
        return new Comparison(
                Verdict.of(
                        Decision.PENDING,
                        origins < fewestOrigins
                                ? origins
                                        + " of "
                                        + fewestOrigins
                                        + " forecasts to compare have come true on windows that"
                                        + " neither model was trained on"
                                : "nothing was measured in the recent windows"),
                List.of());
    }

    private static boolean nothingMeasured(History history, int first) {
        for (int window = first; window < history.windows(); window++) {
            if (!history.clean().filled()[window]) {
                return false;
            }
        }
        return true;
    }

    private static String grounds(
            Optional<ModelForecaster> rival,
            double own,
            double others,
            int origins,
            boolean better) {
        return String.format(
                Locale.ROOT,
                "mean absolute error %.4g over the last %d forecasts, %s %.4g of %s",
                own,
                origins,
                better ? "no worse than" : "worse than",
                others,
                rival.map(model -> model.bundle().version()).orElse("the best simple forecaster"));
    }

    /** Index of the first window of the first forecast to compare. */
    private int firstOrigin(
            DemandSeries series, Optional<ModelForecaster> champion, ModelForecaster challenger) {
        int recent =
                series.windows()
                        - DemandForecast.HORIZON
                        + 1
                        - days * Season.of(series.periodMillis()).day();
        int first = Math.max(recent, FeatureExtractor.minimumWindows(series.periodMillis()));
        first = Math.max(first, firstUnseen(series, challenger));
        return champion.isEmpty() ? first : Math.max(first, firstUnseen(series, champion.get()));
    }

    private static int firstUnseen(DemandSeries series, ModelForecaster model) {
        long seen = model.bundle().trainedThroughMillis(series.market()) - series.startMillis();
        long windows = Math.max(0, -Math.floorDiv(-seen, series.periodMillis()));
        return (int) Math.min(series.windows(), windows);
    }

    private static double bestSimpleError(History history, int first) {
        double best = Double.POSITIVE_INFINITY;
        for (StatisticalMethod method : StatisticalMethod.values()) {
            double error =
                    BackScore.meanError(
                            history,
                            first,
                            origin ->
                                    method.predict(
                                            history.clean().values(), origin, history.season()));
            best = Math.min(best, error);
        }
        return best;
    }

    private static long periodMillis(ModelForecaster model) {
        return model.bundle().manifest().periodMillis();
    }
}
