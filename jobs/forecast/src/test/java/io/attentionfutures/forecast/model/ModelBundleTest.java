package io.attentionfutures.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelBundleTest {

    @TempDir private Path folder;

    private final ModelBundle bundle = TestBundles.bundle(Map.of("a", 100L, "b", 200L));

    @Test
    void aSavedBundleComesBackTheSameByteByByte() throws IOException {
        Path file = folder.resolve("sub/bundle.zip");
        bundle.save(file);
        bundle.save(file);
        ModelBundle loaded = ModelBundle.load(file);
        for (String network : List.of("lstm", "gru")) {
            assertThat(loaded.network(network).parameters())
                    .isEqualTo(bundle.network(network).parameters());
        }
        assertThat(loaded.network("gru").parameters())
                .isEqualTo(TestBundles.weights(Architecture.GRU, TestBundles.HIDDEN, 1));
        assertThat(loaded.version()).isEqualTo(bundle.version()).startsWith("test-");
        assertThat(loaded.toBytes()).isEqualTo(Files.readAllBytes(file));
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aMarketItWasNotTrainedOnCountsAsTrainedThroughTheLatest() {
        assertThat(bundle.trainedThroughMillis("a")).isEqualTo(100);
        assertThat(bundle.trainedThroughMillis("other")).isEqualTo(200);
    }

    @Test
    void aFileCutAnywhereIsRefused() {
        byte[] whole = bundle.toBytes();
        for (int length = 0; length < whole.length; length += 97) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ModelBundle.fromBytes(cut))
                    .isInstanceOf(ModelBundleException.class)
                    .hasMessageContaining("truncated");
        }
    }

    @Test
    void whatIsNotABundleIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "some text that is no bundle at all");
        assertThatThrownBy(() -> ModelBundle.load(text))
                .isInstanceOf(ModelBundleException.class)
                .hasMessageContaining("not a model bundle");
        assertThatThrownBy(() -> ModelBundle.load(folder.resolve("none")))
                .isInstanceOf(ModelBundleException.class)
                .hasMessageContaining("no such file");
        Path zip = folder.resolve("other.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a.txt"));
            out.write("a".getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> ModelBundle.load(zip)).hasMessageContaining("not a model bundle");
    }

    @Test
    void whatWasMadeForAnotherProgramIsRefused() {
        refused("featureVersion", FeatureExtractor.FEATURE_VERSION + 1, "feature version", "train");
        refused("normaliser", "z-score-7", "'z-score-7'", FeatureExtractor.NORMALISER);
        refused("platform", "big-endian-mainframe", "machine type 'big-endian-mainframe'", "ONNX");
        refused("formatVersion", 1, "format version 1, this program reads 2", "train anew");
        refused("hidden", 8, "broken manifest", "\"hidden\"");
        refused("networks", null, "incomplete manifest");
        refused("networks", List.of(), "it holds");
        refused("name", null, "incomplete manifest");
        refused("periodMillis", "long", "broken manifest");
    }

    private void refused(String field, Object value, String... said) {
        byte[] bytes = withManifest(field, value);
        assertThatThrownBy(() -> ModelBundle.fromBytes(bytes))
                .isInstanceOf(ModelBundleException.class)
                .hasMessageContainingAll(said)
                .hasMessageStartingWith("model bundle: ")
                .message()
                .hasLineCount(1);
    }

    private byte[] withManifest(String field, Object value) {
        try {
            Map<String, byte[]> files = Zips.entries(bundle.toBytes());
            ObjectMapper json = new ObjectMapper();
            ObjectNode manifest = (ObjectNode) json.readTree(files.get("manifest.json"));
            manifest.set(field, json.valueToTree(value));
            files.put("manifest.json", json.writeValueAsBytes(manifest));
            return Zips.bytes(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void networksThatAreMissingSwappedOrTooManyAreRefused() throws IOException {
        Map<String, byte[]> files = Zips.entries(bundle.toBytes());
        byte[] lstm = files.put("lstm.onnx", files.get("gru.onnx"));
        assertThatThrownBy(() -> ModelBundle.fromBytes(Zips.bytes(files)))
                .isInstanceOf(ModelBundleException.class)
                .hasMessageContaining("network 'lstm' is not the one that the manifest names");
        files.remove("lstm.onnx");
        assertThatThrownBy(() -> ModelBundle.fromBytes(Zips.bytes(files)))
                .hasMessageContaining("a network is missing");
        files.put("lstm.onnx", lstm);
        files.put("weights.bin", lstm);
        assertThatThrownBy(() -> ModelBundle.fromBytes(Zips.bytes(files)))
                .hasMessageContaining("it holds weights.bin");
    }

    @Test
    void whatUnpacksToAbsurdSizesIsRefused() throws IOException {
        Path bomb = folder.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("manifest.json"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                out.write(zeros);
            }
        }
        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        assertThatThrownBy(() -> ModelBundle.load(bomb))
                .isInstanceOf(ModelBundleException.class)
                .hasMessageContaining("unpacks to more than");
    }

    @Test
    void weightsThatAreNotFiniteOrTooFewAreRefused() {
        float[] weights = TestBundles.weights(Architecture.LSTM, TestBundles.HIDDEN, 1);
        weights[7] = Float.NaN;
        assertThatThrownBy(() -> TestBundles.network(Architecture.LSTM, weights))
                .isInstanceOf(ModelBundleException.class)
                .hasMessageContaining("not finite");
        assertThatThrownBy(() -> TestBundles.network(Architecture.GRU, new float[3]))
                .hasMessageContaining("3 weights");
        assertThatThrownBy(
                        () ->
                                BundledNetwork.trained(
                                        "wide", Architecture.GRU, 1 << 20, 1, 1, new float[3]))
                .hasMessageContaining("hidden width of 1048576");
    }
}
