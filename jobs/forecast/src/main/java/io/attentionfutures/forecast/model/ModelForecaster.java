package io.attentionfutures.forecast.model;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandSeries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A bundle whose networks are loaded to score with. A network's forecast is the combined simple
 * forecast plus scale times its output. Holds native memory; not thread-safe.
 */
public final class ModelForecaster implements AutoCloseable {

    private final ModelBundle bundle;
    private final Map<String, NetworkScorer> scorers = new LinkedHashMap<>();

    /**
     * Loads all networks.
     *
     * @param bundle the model
     * @param engine name of the scoring engine, see {@link ScoringEngines}
     * @param device index of the graphics processor to score on, if any
     * @throws ModelBundleException if the engine cannot score a network
     * @throws ScoringEngineException if there is no such engine on this machine
     */
    public ModelForecaster(ModelBundle bundle, String engine, OptionalInt device) {
        this.bundle = bundle;
        try {
            for (BundledNetwork network : bundle.networks()) {
                scorers.put(network.name(), ScoringEngines.open(engine, network, device));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The model. */
    public ModelBundle bundle() {
        return bundle;
    }

    /**
     * Why the model must not speak about what follows a history; empty if it may. It needs {@link
     * FeatureExtractor#minimumWindows}, windows of the length that it was trained on, and a history
     * that does not end before its training data did: it must not speak of times that it has seen.
     */
    public String obstacle(DemandSeries series) {
        if (bundle.manifest().periodMillis() != series.periodMillis()) {
            return "the model knows windows of " + bundle.manifest().periodMillis() + " ms";
        }
        if (series.endMillis() < bundle.trainedThroughMillis(series.market())) {
            return "the model was trained on this time";
        }
        int minimum = FeatureExtractor.minimumWindows(series.periodMillis());
        if (series.windows() < minimum) {
            return series.windows() + " windows of history, the model needs " + minimum;
        }
        return "";
    }

    /**
     * Forecasts what follows each history, one pass per network.
     *
     * @param batch histories of at least {@link FeatureExtractor#minimumWindows}
     * @return per history, by the network's name, {@value DemandForecast#HORIZON} points in units;
     *     they may be infinite or NaN if the weights are extreme
     */
    public List<SortedMap<String, double[]>> points(List<DemandSeries> batch) {
        List<FeatureRow> rows = batch.stream().map(FeatureExtractor::extract).toList();
        List<float[][]> steps = rows.stream().map(FeatureRow::steps).toList();
        List<SortedMap<String, double[]>> points = new ArrayList<>();
        rows.forEach(row -> points.add(new TreeMap<>()));
        scorers.forEach(
                (name, scorer) -> {
                    float[][] outputs = scorer.score(steps);
                    for (int i = 0; i < outputs.length; i++) {
                        points.get(i).put(name, rows.get(i).toUnits(outputs[i]));
                    }
                });
        return points;
    }

    @Override
    public void close() {
        scorers.values().forEach(NetworkScorer::close);
        scorers.clear();
    }
}
