package io.attentionfutures.local.run;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.forecast.model.BundledNetwork;
import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.ModelManifest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Models that add the same to every combined simple forecast. */
final class FlatModel {
    private static final int HIDDEN = 4;

    private FlatModel() {}

    /**
     * A model that was trained on nothing.
     *
     * @param bias what it adds, in units of the series' scale: the more, the worse
     */
    static ModelBundle of(String name, double bias) {
        float[] weights = new float[Architecture.LSTM.parameterCount(HIDDEN)];
        Arrays.fill(weights, weights.length - DemandForecast.HORIZON, weights.length, (float) bias);
        BundledNetwork network =
                BundledNetwork.trained("lstm", Architecture.LSTM, HIDDEN, 1, 1, weights);
        return new ModelBundle(
                new ModelManifest(
                        ModelBundle.FORMAT_VERSION,
                        name,
                        FeatureExtractor.FEATURE_VERSION,
                        FeatureExtractor.NORMALISER,
                        ModelBundle.PLATFORM,
                        LiveTelemetry.HOUR,
                        "",
                        "none",
                        new TreeMap<>(Map.of("any", 0L)),
                        List.of(network.manifest()),
                        List.of()),
                List.of(network));
    }
}
