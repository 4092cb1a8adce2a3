package io.attentionfutures.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
        assertThat(loaded.weights()).isEqualTo(bundle.weights());
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
    void anotherFeatureVersionIsRefused() {
        ModelManifest m = bundle.manifest();
        ModelManifest other =
                new ModelManifest(
                        m.formatVersion(),
                        m.kind(),
                        m.name(),
                        m.featureVersion() + 1,
                        m.hidden(),
                        m.seed(),
                        m.epochs(),
                        m.periodMillis(),
                        m.dataSha256(),
                        m.library(),
                        m.trainedThroughMillis(),
                        m.markets(),
                        m.metrics());
        assertThatThrownBy(() -> new ModelBundle(other, bundle.weights()))
                .isInstanceOf(ModelBundleException.class)
                .hasMessageContaining("feature version")
                .hasMessageContaining("train anew");
    }

    @Test
    void weightsThatAreNotFiniteOrTooFewAreRefused() {
        float[] weights = bundle.weights();
        weights[7] = Float.NaN;
        assertThatThrownBy(() -> new ModelBundle(bundle.manifest(), weights))
                .hasMessageContaining("not finite");
        assertThatThrownBy(() -> new ModelBundle(bundle.manifest(), new float[3]))
                .hasMessageContaining("3 weights");
    }
}
