package io.attentionfutures.forecast.model;

import io.attentionfutures.forecast.TestSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Bundles that nobody trained. */
public final class TestBundles {

    public static final int HIDDEN = 8;

    private TestBundles() {}

    public static ModelManifest manifest(
            Map<String, Long> trainedThrough, List<BundledNetwork> networks) {
        return new ModelManifest(
                ModelBundle.FORMAT_VERSION,
                "test",
                FeatureExtractor.FEATURE_VERSION,
                FeatureExtractor.NORMALISER,
                ModelBundle.PLATFORM,
                TestSeries.HOUR,
                "00",
                "none",
                new TreeMap<>(trainedThrough),
                networks.stream().map(BundledNetwork::manifest).toList(),
                List.of());
    }

    public static BundledNetwork network(Architecture architecture, float[] weights) {
        return BundledNetwork.trained(
                architecture.name().toLowerCase(Locale.ROOT), architecture, HIDDEN, 1, 0, weights);
    }

    /** Weights large enough for every row to have an output of its own. */
    public static float[] weights(Architecture architecture, int hidden, long seed) {
        Random random = new Random(seed);
        float[] weights = new float[architecture.parameterCount(hidden)];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian() / 2;
        }
        return weights;
    }

    public static ModelBundle bundle(Map<String, Long> trainedThrough) {
        return bundle(trainedThrough, Architecture.LSTM, Architecture.GRU);
    }

    public static ModelBundle bundle(
            Map<String, Long> trainedThrough, Architecture... architectures) {
        List<BundledNetwork> networks = new ArrayList<>();
        for (Architecture architecture : architectures) {
            networks.add(network(architecture, weights(architecture, HIDDEN, 1)));
        }
        return new ModelBundle(manifest(trainedThrough, networks), networks);
    }
}
