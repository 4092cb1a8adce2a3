package io.attentionfutures.benchmarks;

import ai.onnxruntime.OrtException;
import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.forecast.model.BundledNetwork;
import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.NetworkScorer;
import io.attentionfutures.forecast.model.ScoringEngines;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/** A seeded network, and rows for it to score. */
final class ScoringWork {
    /** ONNX Runtime called directly with the whole batch, beside the names of the engines. */
    static final String RUNTIME = "runtime";

    private final BundledNetwork network;
    private final List<float[][]> rows = new ArrayList<>();

    ScoringWork(Architecture architecture, int hidden, int batch) {
        Random random = new Random(1);
        float[] parameters = new float[architecture.parameterCount(hidden)];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = (float) (random.nextGaussian() / Math.sqrt(hidden));
        }
        network = BundledNetwork.trained("network", architecture, hidden, 1, 1, parameters);
        for (int i = 0; i < batch; i++) {
            rows.add(row(random));
        }
    }

    List<float[][]> rows() {
        return rows;
    }

    /** Opens an engine, or the runtime itself, for the network. */
    NetworkScorer open(String engine) throws OrtException {
        return engine.equals(RUNTIME)
                ? new DirectScorer(network, rows.size())
                : ScoringEngines.open(engine, network, OptionalInt.empty());
    }

    private static float[][] row(Random random) {
        float[][] row = new float[FeatureExtractor.FEATURES][FeatureExtractor.STEPS];
        for (float[] feature : row) {
            for (int step = 0; step < feature.length; step++) {
                feature[step] = (float) random.nextGaussian();
            }
        }
        return row;
    }
}
