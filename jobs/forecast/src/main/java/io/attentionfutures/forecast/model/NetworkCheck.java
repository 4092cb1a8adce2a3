package io.attentionfutures.forecast.model;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.onnx.OnnxFormatException;
import io.attentionfutures.forecast.onnx.OnnxGraph;
import io.attentionfutures.forecast.onnx.OnnxTensor;
import io.attentionfutures.forecast.onnx.OnnxValue;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Decides whether a network fits this code. */
final class NetworkCheck {

    static final int LARGEST_HIDDEN = 1024;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    // The newest that ONNX Runtime 1.29 reads.
    private static final long NEWEST_IR = 13;
    private static final long NEWEST_OPSET = 26;
    private static final long OLDEST_OPSET = 7;

    private NetworkCheck() {}

    static void check(NetworkManifest manifest, byte[] onnx) {
        require(
                manifest != null
                        && manifest.name() != null
                        && NAME.matcher(manifest.name()).matches(),
                "a network has the name '%s': use lower-case letters, digits and hyphens",
                manifest == null ? null : manifest.name());
        String name = manifest.name();
        require(manifest.architecture() != null, "network '%s' has no architecture", name);
        require(
                BundledNetwork.sha256(onnx).equals(manifest.sha256()),
                "network '%s' is not the one that the manifest names: another hash",
                name);
        try {
            OnnxGraph graph = OnnxGraph.read(onnx);
            check(graph);
            if (manifest.architecture().isTrainable()) {
                checkHidden(name, manifest.hidden());
                float[] unused =
                        RecurrentGraph.parameters(
                                graph, manifest.architecture(), manifest.hidden());
                // What was skipped in reading must not reach the native code either.
                requireGraph(
                        Arrays.equals(graph.toBytes(), onnx),
                        "is not written as this program writes it: import it instead");
            }
        } catch (OnnxFormatException e) {
            throw new ModelBundleException("network '" + name + "': " + e.getMessage(), e);
        }
    }

    static void checkCount(String name, Architecture architecture, int hidden, int count) {
        checkHidden(name, hidden);
        int expected = architecture.parameterCount(hidden);
        require(
                count == expected,
                "network '%s' has %s weights instead of %s",
                name,
                count,
                expected);
    }

    private static void checkHidden(String name, int hidden) {
        require(
                hidden > 0 && hidden <= LARGEST_HIDDEN,
                "network '%s' has a hidden width of %s, not 1 to %s",
                name,
                hidden,
                LARGEST_HIDDEN);
    }

    private static void check(OnnxGraph graph) {
        requireGraph(
                graph.irVersion() <= NEWEST_IR,
                "has ONNX IR version %s, this program reads up to %s: export it for an older one",
                graph.irVersion(),
                NEWEST_IR);
        requireGraph(
                graph.opset() >= OLDEST_OPSET && graph.opset() <= NEWEST_OPSET,
                "has ONNX opset %s, this program reads %s to %s: export it for one of these",
                graph.opset(),
                OLDEST_OPSET,
                NEWEST_OPSET);
        for (OnnxTensor tensor : graph.constants()) {
            requireGraph(
                    !tensor.external(),
                    "keeps the weights '%s' in another file: export it with all weights inside",
                    tensor.name());
            requireGraph(
                    tensor.isFinite(),
                    "has weights that are not finite ('%s'): train anew",
                    tensor.name());
        }
        List<OnnxValue> inputs = graph.openInputs();
        requireGraph(
                inputs.size() == 1 && isInput(inputs.get(0)),
                "has the inputs %s instead of one float[batch, %s, %s] with a batch of any size",
                inputs,
                FeatureExtractor.STEPS,
                FeatureExtractor.FEATURES);
        requireGraph(
                graph.outputs().size() == 1 && isOutput(graph.outputs().get(0)),
                "has the outputs %s instead of one float[batch, %s] with a batch of any size",
                graph.outputs(),
                DemandForecast.HORIZON);
    }

    private static boolean isInput(OnnxValue value) {
        List<Long> shape = value.shape();
        return value.type() == OnnxTensor.FLOAT
                && shape.size() == 3
                && fits(shape.get(0), 1)
                && fits(shape.get(1), FeatureExtractor.STEPS)
                && fits(shape.get(2), FeatureExtractor.FEATURES);
    }

    private static boolean isOutput(OnnxValue value) {
        List<Long> shape = value.shape();
        // Exporters may leave the output's shape open; scoring checks it again.
        return value.type() == OnnxTensor.FLOAT
                && (shape.isEmpty()
                        || shape.size() == 2
                                && fits(shape.get(0), 1)
                                && fits(shape.get(1), DemandForecast.HORIZON));
    }

    private static boolean fits(long size, int expected) {
        return size == OnnxValue.ANY || size == expected;
    }

    private static void require(boolean condition, String message, Object... arguments) {
        if (!condition) {
            throw new ModelBundleException(String.format(message, arguments));
        }
    }

    private static void requireGraph(boolean condition, String message, Object... arguments) {
        if (!condition) {
            throw new OnnxFormatException(String.format(message, arguments));
        }
    }
}
