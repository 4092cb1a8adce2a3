package io.attentionfutures.forecast;

import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.LstmForecaster;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.statistical.StatisticalForecaster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The forecaster that the market runs: the model where it may speak, the best simple forecaster of
 * the series' recent past elsewhere. There is always a forecast: one window of history is enough.
 *
 * <p>The model is passed over, with {@link DemandForecast#fallback()} and a reason, if there is
 * none, if the history is shorter than {@link FeatureExtractor#minimumWindows}, if its windows have
 * another length than those of the training, if it ends before the training data ended (a model
 * must not speak of times that it has seen), or if a number that it gives is not finite.
 *
 * <p>A series' forecast does not depend on the others in the batch, to the last bit. Only the last
 * {@link #historyWindows} windows of a series are read. Not thread-safe: one engine per thread.
 */
public final class ForecastEngine implements DemandForecaster, AutoCloseable {

    private static final int HISTORY_DAYS = 15;
    private static final int WARM_UP_ROUNDS = 50;

    private final Optional<ModelBundle> bundle;
    private final Optional<LstmForecaster> model;
    private final StatisticalForecaster simple = StatisticalForecaster.best();

    /** An engine with a model, or without. */
    public ForecastEngine(Optional<ModelBundle> bundle) {
        this.bundle = bundle;
        this.model = bundle.map(LstmForecaster::new);
    }

    /** Windows of history that the caller has to keep: 15 days. */
    public static int historyWindows(long periodMillis) {
        return HISTORY_DAYS * Season.of(periodMillis).day();
    }

    /**
     * Runs forecasts until the hot paths are compiled, so that the first real ones are not slow.
     */
    public void warmUp() {
        long period =
                bundle.map(b -> b.manifest().periodMillis()).orElse(Duration.ofHours(1).toMillis());
        double[] used = new double[historyWindows(period)];
        for (int i = 0; i < used.length; i++) {
            used[i] = 1 + i % Season.of(period).day();
        }
        long end = Long.MAX_VALUE / 2 / period * period;
        DemandSeries series = new DemandSeries("warm-up", period, end, used, 1);
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            forecast(List.of(series, series.last(1)));
        }
    }

    @Override
    public String name() {
        return bundle.map(ModelBundle::version).orElse(simple.name());
    }

    @Override
    public List<DemandForecast> forecast(List<DemandSeries> batch) {
        List<DemandForecast> forecasts = new ArrayList<>(batch.size());
        for (DemandSeries series : batch) {
            forecasts.add(forecast(series.last(historyWindows(series.periodMillis()))));
        }
        return forecasts;
    }

    private DemandForecast forecast(DemandSeries series) {
        CleanDemand clean = DemandCleaner.clean(series);
        String obstacle = obstacle(series);
        if (obstacle.isEmpty()) {
            DemandForecast forecast = model.orElseThrow().forecast(series, clean);
            if (forecast.isValid()) {
                return forecast;
            }
            obstacle = "the model's output is not finite";
        }
        return simple.forecast(series, clean).asFallback(obstacle);
    }

    private String obstacle(DemandSeries series) {
        if (bundle.isEmpty()) {
            return "no model";
        }
        ModelBundle known = bundle.get();
        if (known.manifest().periodMillis() != series.periodMillis()) {
            return "the model knows windows of " + known.manifest().periodMillis() + " ms";
        }
        if (series.endMillis() < known.trainedThroughMillis(series.market())) {
            return "the model was trained on this time";
        }
        int minimum = FeatureExtractor.minimumWindows(series.periodMillis());
        if (series.windows() < minimum) {
            return series.windows() + " windows of history, the model needs " + minimum;
        }
        return "";
    }

    /** Frees the model's native memory. */
    @Override
    public void close() {
        model.ifPresent(LstmForecaster::close);
    }
}
