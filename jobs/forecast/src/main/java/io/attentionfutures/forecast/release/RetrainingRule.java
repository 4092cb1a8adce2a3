package io.attentionfutures.forecast.release;

import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.online.ForecastAccuracy;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;

/**
 * When a market asks for a model to be trained anew: its forecasts have become worse than they used
 * to be, or worse than the simple forecasters by a factor. A market whose history is shorter than
 * what models read does not ask: its errors are those of its first days, and there is too little to
 * train on. None asks twice within some windows.
 *
 * @param drift most that {@link ForecastAccuracy#drift} may be
 * @param errorFactor most that the error may be, as a multiple of the best simple forecaster's
 * @param windows fewest windows between two requests of a market
 */
public record RetrainingRule(double drift, double errorFactor, int windows)
        implements Serializable {

    /**
     * @throws IllegalArgumentException if a number is out of range
     */
    public RetrainingRule {
        if (!(drift > 0) || !(errorFactor > 0)) {
            throw new IllegalArgumentException(
                    "a drift of " + drift + " or an error factor of " + errorFactor);
        }
        if (windows < 1) {
            throw new IllegalArgumentException(windows + " windows between two requests");
        }
    }

    /**
     * What a market asks for after a forecast, if anything.
     *
     * @param series the market's history, the newest window last
     * @param accuracy how good its forecasts have been lately
     * @param models when it asked last; changed if it asks
     */
    public Optional<Retraining> ask(
            DemandSeries series, ForecastAccuracy accuracy, MarketModels models) {
        long period = series.periodMillis();
        boolean tooSoon =
                models.askedMillis() != Long.MIN_VALUE
                        && series.endMillis() - models.askedMillis() < windows * period;
        if (tooSoon || series.windows() < FeatureExtractor.historyWindows(period)) {
            return Optional.empty();
        }
        Optional<Retraining> asked = reason(accuracy);
        asked.ifPresent(request -> models.asked(series.endMillis()));
        return asked;
    }

    private Optional<Retraining> reason(ForecastAccuracy accuracy) {
        if (accuracy.drift() > drift) {
            return Optional.of(
                    new Retraining(
                            String.format(
                                    Locale.ROOT,
                                    "the last day's error is %.2f times what it used to be, above"
                                            + " %.2f",
                                    accuracy.drift(),
                                    drift),
                            drift));
        }
        if (accuracy.error() > errorFactor * accuracy.bestSimpleError()) {
            return Optional.of(
                    new Retraining(
                            String.format(
                                    Locale.ROOT,
                                    "the last week's error of %.4g is more than %.2f times the best"
                                            + " simple forecaster's %.4g",
                                    accuracy.error(),
                                    errorFactor,
                                    accuracy.bestSimpleError()),
                            errorFactor));
        }
        return Optional.empty();
    }

    /**
     * A market's wish for a model to be trained anew.
     *
     * @param reason why, in one line
     * @param threshold what was exceeded
     */
    public record Retraining(String reason, double threshold) {}
}
