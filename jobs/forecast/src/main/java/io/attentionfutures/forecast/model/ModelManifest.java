package io.attentionfutures.forecast.model;

import java.util.List;
import java.util.SortedMap;

/**
 * What a bundle says about its model.
 *
 * @param formatVersion version of the bundle format
 * @param kind kind of model, {@value ModelBundle#KIND}
 * @param name the model's name
 * @param featureVersion {@link FeatureExtractor#FEATURE_VERSION} at training
 * @param hidden width of the LSTM
 * @param seed seed of all random choices
 * @param epochs epochs of which the best was kept; 0 if no epoch beat the combined simple forecast
 * @param periodMillis length of the windows it was trained on
 * @param dataSha256 hash of the training data
 * @param library the numerical library and its version
 * @param trainedThroughMillis per market the end of the last window that training saw
 * @param markets per market its part of the model; the empty name is for all others
 * @param metrics errors on the held-out data, of the model and the simple forecasters
 */
public record ModelManifest(
        int formatVersion,
        String kind,
        String name,
        int featureVersion,
        int hidden,
        long seed,
        int epochs,
        long periodMillis,
        String dataSha256,
        String library,
        SortedMap<String, Long> trainedThroughMillis,
        SortedMap<String, MarketModel> markets,
        List<SeriesMetrics> metrics) {

    /** This manifest with other metrics. */
    public ModelManifest withMetrics(List<SeriesMetrics> measured) {
        return new ModelManifest(
                formatVersion,
                kind,
                name,
                featureVersion,
                hidden,
                seed,
                epochs,
                periodMillis,
                dataSha256,
                library,
                trainedThroughMillis,
                markets,
                List.copyOf(measured));
    }
}
