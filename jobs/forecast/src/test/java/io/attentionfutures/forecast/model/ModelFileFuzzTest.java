package io.attentionfutures.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.attentionfutures.forecast.onnx.OnnxFormatException;
import io.attentionfutures.forecast.onnx.OnnxGraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Bundles, their manifests and ONNX files hold what they should, or are refused in one line. */
class ModelFileFuzzTest {
    private static final ModelBundle BUNDLE =
            TestBundles.bundle(Map.of("H100.EUW1", 3_600_000L), Architecture.LSTM);
    private static final String MANIFEST = "manifest.json";

    private static Map<String, byte[]> entries() {
        try {
            return Zips.entries(BUNDLE.toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<byte[]> seeds() {
        byte[] onnx = RecurrentGraph.of(Architecture.LSTM, 1, smallest()).toBytes();
        return Stream.of(
                seed(0, BUNDLE.toBytes()),
                seed(1, entries().get(MANIFEST)),
                seed(2, onnx),
                seed(3, onnx));
    }

    private static float[] smallest() {
        return TestBundles.weights(Architecture.LSTM, 1, 1);
    }

    private static byte[] seed(int kind, byte[] content) {
        return ByteBuffer.allocate(1 + content.length).put((byte) kind).put(content).array();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void modelFilesHoldOrAreRefused(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        byte[] content = Arrays.copyOfRange(bytes, 1, bytes.length);
        switch ((bytes[0] & 0xFF) % 4) {
            case 0 -> bundle(content);
            case 1 -> manifest(content);
            case 2 -> graph(content);
            default -> network(content);
        }
    }

    private static void bundle(byte[] file) {
        try {
            ModelBundle read = ModelBundle.fromBytes(file);
            assertThat(ModelBundle.fromBytes(read.toBytes()).version()).isEqualTo(read.version());
        } catch (ModelBundleException e) {
            assertThat(e).hasMessageStartingWith("model bundle: ").message().hasLineCount(1);
        }
    }

    /** Around the networks of a whole bundle: a fuzzer does not find a zip's checksums. */
    private static void manifest(byte[] json) {
        Map<String, byte[]> entries = entries();
        entries.put(MANIFEST, json);
        try {
            bundle(Zips.bytes(entries));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void graph(byte[] file) {
        try {
            OnnxGraph graph = OnnxGraph.read(file);
            assertThat(List.of(graph.inputs(), graph.outputs())).doesNotContainNull();
        } catch (OnnxFormatException e) {
            assertThat(e).message().hasLineCount(1);
        }
    }

    /** What the manifest says of it holds, so that its content is looked at. */
    private static void network(byte[] file) {
        NetworkManifest manifest =
                new NetworkManifest(
                        "lstm", Architecture.LSTM, 1, 1, 0, BundledNetwork.sha256(file));
        try {
            for (float parameter : new BundledNetwork(manifest, file).parameters()) {
                assertThat(parameter).isFinite();
            }
        } catch (ModelBundleException e) {
            assertThat(e).message().hasLineCount(1);
        }
        try {
            BundledNetwork.imported("own", file);
        } catch (ModelBundleException e) {
            assertThat(e).message().hasLineCount(1);
        }
    }
}
