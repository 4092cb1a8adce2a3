package io.attentionfutures.forecast.model;

import java.util.List;
import java.util.SortedMap;

/**
 * What a bundle says about its model.
 *
 * @param formatVersion version of the bundle format
 * @param name the model's name
 * @param featureVersion {@link FeatureExtractor#FEATURE_VERSION} at training
 * @param normaliser how features and outputs were scaled at training, {@link
 *     FeatureExtractor#NORMALISER}
 * @param platform kind of machine that the weights are for, {@value ModelBundle#PLATFORM}
 * @param periodMillis length of the windows it was trained on
 * @param dataSha256 hash of the training data; empty if unknown
 * @param library what it was trained with, and its version
 * @param trainedThroughMillis per market the end of the last window that training saw
 * @param networks its networks, the one to score with first
 * @param metrics errors on the held-out data, of the model and the simple forecasters
 */
public record ModelManifest(
        int formatVersion,
        String name,
        int featureVersion,
        String normaliser,
        String platform,
        long periodMillis,
        String dataSha256,
        String library,
        SortedMap<String, Long> trainedThroughMillis,
        List<NetworkManifest> networks,
        List<SeriesMetrics> metrics) {

    /** This manifest with other metrics. */
    public ModelManifest withMetrics(List<SeriesMetrics> measured) {
        return new ModelManifest(
                formatVersion,
                name,
                featureVersion,
                normaliser,
                platform,
                periodMillis,
                dataSha256,
                library,
                trainedThroughMillis,
                networks,
                List.copyOf(measured));
    }
}
