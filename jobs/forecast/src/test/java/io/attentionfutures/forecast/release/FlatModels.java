package io.attentionfutures.forecast.release;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.forecast.model.BundledNetwork;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.ModelForecaster;
import io.attentionfutures.forecast.model.ScoringEngines;
import io.attentionfutures.forecast.model.TestBundles;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Models that add the same to every combined simple forecast: the more, the worse. */
final class FlatModels {

    private FlatModels() {}

    static ModelBundle bundle(double bias, long trainedThroughMillis) {
        float[] weights = new float[Architecture.LSTM.parameterCount(TestBundles.HIDDEN)];
        Arrays.fill(weights, weights.length - DemandForecast.HORIZON, weights.length, (float) bias);
        List<BundledNetwork> networks = List.of(TestBundles.network(Architecture.LSTM, weights));
        return new ModelBundle(
                TestBundles.manifest(Map.of("any", trainedThroughMillis), networks), networks);
    }

    /** Finite weights, endless output. */
    static ModelBundle endless() {
        float[] weights = new float[Architecture.LSTM.parameterCount(TestBundles.HIDDEN)];
        Arrays.fill(weights, 1e38f);
        List<BundledNetwork> networks = List.of(TestBundles.network(Architecture.LSTM, weights));
        return new ModelBundle(TestBundles.manifest(Map.of("any", 0L), networks), networks);
    }

    static ModelForecaster open(ModelBundle bundle) {
        return new ModelForecaster(bundle, ScoringEngines.ONNX, OptionalInt.empty());
    }

    static ModelForecaster model(double bias, long trainedThroughMillis) {
        return open(bundle(bias, trainedThroughMillis));
    }
}
