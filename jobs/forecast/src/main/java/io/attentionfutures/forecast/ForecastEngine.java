package io.attentionfutures.forecast;

import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.ModelForecaster;
import io.attentionfutures.forecast.model.ScoringEngines;
import io.attentionfutures.forecast.online.MarketForecaster;
import io.attentionfutures.forecast.online.MarketOutlook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * Forecasts markets, with a model's networks where they may speak and without them elsewhere. There
 * is always a forecast: one window of history is enough.
 *
 * <p>The model is passed over, with {@link DemandForecast#fallback()} and a reason, if there is
 * none, if it may not speak ({@link ModelForecaster#obstacle}), or if no number that it gives is
 * finite.
 *
 * <p>A market's forecast does not depend on the others in the batch, to the last bit. Not
 * thread-safe: one engine per thread.
 */
public final class ForecastEngine implements AutoCloseable {

    private static final int WARM_UP_ROUNDS = 50;

    private final Optional<ModelForecaster> model;
    private final String absence;

    /** An engine without a model. */
    public ForecastEngine() {
        this("no model");
    }

    /**
     * An engine without a model.
     *
     * @param absence why there is none, as forecasts say it
     */
    public ForecastEngine(String absence) {
        this.model = Optional.empty();
        this.absence = absence;
    }

    /** An engine that takes a model over. */
    public ForecastEngine(ModelForecaster model) {
        this.model = Optional.of(model);
        this.absence = "";
    }

    /** The model, if there is one. */
    public Optional<ModelForecaster> model() {
        return model;
    }

    /** Name and version of the model; empty if there is none. */
    public String version() {
        return model.map(known -> known.bundle().version()).orElse("");
    }

    /** An engine with a bundle's networks on the processor, or without a model. */
    public static ForecastEngine of(Optional<ModelBundle> bundle) {
        return bundle.map(
                        known ->
                                new ForecastEngine(
                                        new ModelForecaster(
                                                known, ScoringEngines.AUTO, OptionalInt.empty())))
                .orElseGet(ForecastEngine::new);
    }

    /**
     * Runs forecasts until the hot paths are compiled, so that the first real ones are not slow.
     */
    public void warmUp() {
        long period =
                model.map(known -> known.bundle().manifest().periodMillis())
                        .orElse(Duration.ofHours(1).toMillis());
        long start = Long.MAX_VALUE / 4 / period * period;
        MarketForecaster market = new MarketForecaster("warm-up", period, start);
        int rounds = FeatureExtractor.minimumWindows(period) + WARM_UP_ROUNDS;
        for (int i = 0; i < rounds; i++) {
            market.observe(DemandWindow.of(1 + i % Season.of(period).day(), 1));
            if (i >= rounds - WARM_UP_ROUNDS) {
                forecast(List.of(market));
            }
        }
    }

    /**
     * Forecasts each market after its newest window.
     *
     * @param batch markets that have observed at least one window since their last forecast
     * @return one outlook per market, in the batch's order
     */
    public List<MarketOutlook> forecast(List<MarketForecaster> batch) {
        List<String> obstacles = batch.stream().map(market -> obstacle(market.series())).toList();
        List<DemandSeries> scored = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (obstacles.get(i).isEmpty()) {
                scored.add(batch.get(i).series());
            }
        }
        Iterator<SortedMap<String, double[]>> points =
                scored.isEmpty()
                        ? Collections.emptyIterator()
                        : model.orElseThrow().points(scored).iterator();
        String version = version();
        List<MarketOutlook> outlooks = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            String obstacle = obstacles.get(i);
            SortedMap<String, double[]> own =
                    obstacle.isEmpty() ? points.next() : Collections.emptySortedMap();
            outlooks.add(batch.get(i).forecast(own, version, obstacle));
        }
        return outlooks;
    }

    private String obstacle(DemandSeries series) {
        return model.map(known -> known.obstacle(series)).orElse(absence);
    }

    @Override
    public void close() {
        model.ifPresent(ModelForecaster::close);
    }
}
