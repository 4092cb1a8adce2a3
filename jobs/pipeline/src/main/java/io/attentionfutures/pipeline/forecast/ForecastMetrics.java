package io.attentionfutures.pipeline.forecast;

import io.attentionfutures.forecast.online.ForecastAccuracy;
import io.attentionfutures.forecast.online.MarketOutlook;
import io.attentionfutures.forecast.release.ModelDecision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * What forecasting measures: the counters {@code forecasts}, {@code forecastFallbacks} among them,
 * and {@code models} by {@code decision}; for each {@code market} the gauges {@code forecastError}
 * and {@code bestSimpleError} in units of the market's resource, and {@code forecastDrift}, see
 * {@link ForecastAccuracy}. Counters begin at zero when the job starts or restarts; gauges are
 * right at once.
 */
final class ForecastMetrics {
    private final MetricGroup group;
    private final Counter forecasts;
    private final Counter fallbacks;
    private final Map<String, Counter> decisions = new HashMap<>();
    private final Map<String, AccuracyGauges> markets = new HashMap<>();

    ForecastMetrics(MetricGroup group) {
        this.group = group;
        forecasts = group.counter("forecasts");
        fallbacks = group.counter("forecastFallbacks");
        for (String decision : List.of("ADOPTED", "REFUSED", "PENDING")) {
            decisions.put(decision, group.addGroup("decision", decision).counter("models"));
        }
    }

    void forecast(String market, MarketOutlook outlook) {
        forecasts.inc();
        if (outlook.forecast().fallback()) {
            fallbacks.inc();
        }
        show(market, outlook.accuracy());
    }

    void decided(ModelDecision decision) {
        decisions.get(decision.verdict().decision().name()).inc();
    }

    void show(String market, ForecastAccuracy accuracy) {
        markets.computeIfAbsent(market, name -> new AccuracyGauges(group.addGroup("market", name)))
                .show(accuracy);
    }

    private static final class AccuracyGauges {
        /** Written by the forecasting thread, read by those that report. */
        private volatile ForecastAccuracy accuracy = new ForecastAccuracy(0, 0, 1);

        AccuracyGauges(MetricGroup group) {
            Gauge<Double> error = () -> accuracy.error();
            group.gauge("forecastError", error);
            Gauge<Double> bestSimple = () -> accuracy.bestSimpleError();
            group.gauge("bestSimpleError", bestSimple);
            Gauge<Double> drift = () -> accuracy.drift();
            group.gauge("forecastDrift", drift);
        }

        void show(ForecastAccuracy shown) {
            accuracy = shown;
        }
    }
}
