package io.attentionfutures.training.imports;

import io.attentionfutures.forecast.model.BundledNetwork;
import io.attentionfutures.forecast.model.FeatureExtractor;
import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.model.ModelBundleException;
import io.attentionfutures.forecast.model.ModelManifest;
import io.attentionfutures.forecast.onnx.OnnxGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Makes a bundle of a user's own ONNX model, once it has been seen to score. */
final class ModelImport {

    static final String NETWORK = "imported";

    private static final int LARGEST_FILE = 100 << 20;

    private ModelImport() {}

    /**
     * @param model the ONNX file
     * @param manifest what the user says about it
     * @throws ModelBundleException if the model cannot be used; the message begins with the name of
     *     the file at fault
     */
    static ModelBundle of(Path model, Path manifest) {
        ImportManifest told = ImportManifest.read(manifest);
        byte[] onnx = bytes(model);
        try {
            BundledNetwork network = BundledNetwork.imported(NETWORK, onnx);
            TrialProcess.run(model);
            return new ModelBundle(
                    new ModelManifest(
                            ModelBundle.FORMAT_VERSION,
                            told.name(),
                            FeatureExtractor.FEATURE_VERSION,
                            FeatureExtractor.NORMALISER,
                            ModelBundle.PLATFORM,
                            told.periodMillis(),
                            "",
                            ("onnx " + OnnxGraph.read(onnx).producer()).trim(),
                            told.trainedThroughMillis(),
                            List.of(network.manifest()),
                            List.of()),
                    List.of(network));
        } catch (ModelBundleException e) {
            throw new ModelBundleException(model + ": " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(Path model) {
        try {
            if (Files.size(model) > LARGEST_FILE) {
                throw new ModelBundleException(
                        model + ": larger than " + (LARGEST_FILE >> 20) + " MiB");
            }
            return Files.readAllBytes(model);
        } catch (NoSuchFileException e) {
            throw new ModelBundleException(model + ": there is no such file", e);
        } catch (IOException e) {
            throw new ModelBundleException(model + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
