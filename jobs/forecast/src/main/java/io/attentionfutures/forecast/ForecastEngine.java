package io.attentionfutures.forecast;

import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.LstmForecaster;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.online.MarketForecaster;
import io.attentionfutures.forecast.online.MarketOutlook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Forecasts markets, with a model's networks where they may speak and without them elsewhere. There
 * is always a forecast: one window of history is enough.
 *
 * <p>The model is passed over, with {@link DemandForecast#fallback()} and a reason, if there is
 * none, if the history is shorter than {@link FeatureExtractor#minimumWindows}, if its windows have
 * another length than those of the training, if it ends before the training data ended (a model
 * must not speak of times that it has seen), or if a number that it gives is not finite.
 *
 * <p>A market's forecast does not depend on the others in the batch, to the last bit. Not
 * thread-safe: one engine per thread.
 */
public final class ForecastEngine implements AutoCloseable {

    private static final int WARM_UP_ROUNDS = 50;

    private final Optional<ModelBundle> bundle;
    private final Optional<LstmForecaster> model;

    /** An engine with a model, or without. */
    public ForecastEngine(Optional<ModelBundle> bundle) {
        this.bundle = bundle;
        this.model = bundle.map(LstmForecaster::new);
    }

    /**
     * Runs forecasts until the hot paths are compiled, so that the first real ones are not slow.
     */
    public void warmUp() {
        long period =
                bundle.map(b -> b.manifest().periodMillis()).orElse(Duration.ofHours(1).toMillis());
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
        List<MarketOutlook> outlooks = new ArrayList<>(batch.size());
        for (MarketForecaster market : batch) {
            String obstacle = obstacle(market.series());
            SortedMap<String, double[]> networks = new TreeMap<>();
            if (obstacle.isEmpty()) {
                networks.put("lstm", model.orElseThrow().points(market.series()));
            }
            outlooks.add(
                    market.forecast(
                            networks, bundle.map(ModelBundle::version).orElse(""), obstacle));
        }
        return outlooks;
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

    /** Nothing is held that has to be given back; here for callers that close their engines. */
    @Override
    public void close() {}
}
