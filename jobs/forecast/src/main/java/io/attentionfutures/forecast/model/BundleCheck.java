package io.attentionfutures.forecast.model;

import java.util.List;
import java.util.Map;

/** Decides whether a bundle fits this code. */
final class BundleCheck {

    private static final int MOST_NETWORKS = 16;

    private BundleCheck() {}

    static void check(ModelManifest manifest, List<BundledNetwork> networks) {
        require(
                manifest.formatVersion() == ModelBundle.FORMAT_VERSION,
                "has format version %s, this program reads %s: train anew",
                manifest.formatVersion(),
                ModelBundle.FORMAT_VERSION);
        require(
                manifest.featureVersion() == FeatureExtractor.FEATURE_VERSION,
                "has feature version %s, this program computes features of version %s: train anew",
                manifest.featureVersion(),
                FeatureExtractor.FEATURE_VERSION);
        require(
                FeatureExtractor.NORMALISER.equals(manifest.normaliser()),
                "has the normaliser '%s', this program scales by '%s': train anew",
                manifest.normaliser(),
                FeatureExtractor.NORMALISER);
        require(
                ModelBundle.PLATFORM.equals(manifest.platform()),
                "is for the machine type '%s', this program reads networks for '%s': export them"
                        + " as ONNX",
                manifest.platform(),
                ModelBundle.PLATFORM);
        require(
                manifest.name() != null
                        && manifest.periodMillis() > 0
                        && manifest.dataSha256() != null
                        && manifest.library() != null
                        && isWhole(manifest.trainedThroughMillis())
                        && manifest.metrics() != null
                        && manifest.networks() != null,
                "has an incomplete manifest");
        require(
                !networks.isEmpty() && networks.size() <= MOST_NETWORKS,
                "has %s networks, not 1 to %s",
                networks.size(),
                MOST_NETWORKS);
        require(
                networks.stream().map(BundledNetwork::name).distinct().count() == networks.size(),
                "has two networks of the same name");
        require(
                networks.stream()
                        .map(BundledNetwork::manifest)
                        .toList()
                        .equals(manifest.networks()),
                "has other networks than its manifest names");
    }

    private static boolean isWhole(Map<String, Long> trainedThrough) {
        return trainedThrough != null && !trainedThrough.containsValue(null);
    }

    private static void require(boolean condition, String message, Object... arguments) {
        if (!condition) {
            throw new ModelBundleException("the model bundle " + String.format(message, arguments));
        }
    }
}
