package io.attentionfutures.training.imports;

import io.attentionfutures.forecast.model.BundledNetwork;
import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.ModelBundleException;
import io.attentionfutures.forecast.model.NetworkScorer;
import io.attentionfutures.forecast.model.ScoringEngineException;
import io.attentionfutures.forecast.model.ScoringEngines;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/** Scores made-up rows with a model, in a process of its own: see {@link TrialProcess}. */
final class Trial {

    static final int REFUSED = 2;

    private static final int ROWS = 32;

    private Trial() {}

    /** Tries the ONNX file of that name; what is wrong goes to standard output. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            score(
                    BundledNetwork.imported(
                            ModelImport.NETWORK, Files.readAllBytes(Path.of(arguments[0]))));
        } catch (ModelBundleException | ScoringEngineException e) {
            out.println(e.getMessage());
            System.exit(REFUSED);
        }
    }

    private static void score(BundledNetwork network) {
        try (NetworkScorer scorer =
                ScoringEngines.open(ScoringEngines.ONNX, network, OptionalInt.empty())) {
            for (float[] output : scorer.score(rows())) {
                for (float number : output) {
                    if (!Float.isFinite(number)) {
                        throw new ModelBundleException(
                                "it puts out " + number + " for ordinary features: train anew");
                    }
                }
            }
        }
    }

    private static List<float[][]> rows() {
        Random random = new Random(1);
        List<float[][]> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            float[][] row = new float[FeatureExtractor.FEATURES][FeatureExtractor.STEPS];
            for (float[] feature : row) {
                for (int step = 0; step < feature.length && i > 0; step++) {
                    feature[step] = (float) random.nextGaussian();
                }
            }
            rows.add(row);
        }
        return rows;
    }
}
