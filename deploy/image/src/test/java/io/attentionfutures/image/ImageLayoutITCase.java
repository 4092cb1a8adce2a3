package io.attentionfutures.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarInputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Maven puts on Flink's image: the same as the image, on an empty base. */
class ImageLayoutITCase {
    private static final String JOB = "opt/flink/usrlib/attention-futures-market.jar";

    private static ImageTar image;

    @BeforeAll
    static void readTheImage() throws IOException {
        image = ImageTar.read(Path.of("target", "layout.tar"));
    }

    @Test
    void itRunsFlinksEntryPointAsFlinksUser() {
        JsonNode config = image.configuration().path("config");

        assertThat(config.path("User").asText()).isEqualTo("9999:9999");
        assertThat(config.path("Entrypoint"))
                .extracting(JsonNode::asText)
                .containsExactly("/docker-entrypoint.sh");
        assertThat(config.path("Cmd")).extracting(JsonNode::asText).containsExactly("help");
        assertThat(config.path("WorkingDir").asText()).isEqualTo("/opt/flink");
        assertThat(config.path("Env")).extracting(JsonNode::asText).contains("OMP_NUM_THREADS=1");
        assertThat(image.configuration().path("os").asText()).isEqualTo("linux");
        assertThat(image.configuration().path("architecture").asText()).isEqualTo("amd64");
    }

    @Test
    void nothingOfTheBuildIsInItButTheJob() {
        // Jib writes what would start a program of its own; nothing reads it here.
        assertThat(image.files())
                .containsOnlyKeys(JOB, "app/jib-classpath-file", "app/jib-main-class-file");
    }

    @Test
    void theProcessCannotChangeTheJob() {
        var entry = image.files().get(JOB).entry();

        assertThat(entry.getLongUserId()).isZero();
        assertThat(entry.getMode() & 0022).as("writable by others").isZero();
    }

    @Test
    void theJobHasTheNativeLibrariesOfLinuxOnAmd64Alone() throws IOException {
        List<String> natives = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        try (JarInputStream jar = openJob()) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                String name = entry.getName();
                if (name.matches(".*\\.(so|dll|dylib|jnilib)(\\.[0-9.]+)?")) {
                    natives.add(name);
                } else if (name.endsWith(".class")) {
                    classes.add(name);
                } else {
                    texts.add(name);
                }
            }
        }

        // But for the versions in their names.
        natives.replaceAll(name -> name.replaceAll("-[0-9][0-9.-]*\\.so", ".so"));
        assertThat(natives)
                .containsExactlyInAnyOrder(
                        "ai/onnxruntime/native/linux-x64/libonnxruntime.so",
                        "ai/onnxruntime/native/linux-x64/libonnxruntime4j_jni.so",
                        "linux/amd64/libzstd-jni.so",
                        "net/jpountz/util/linux/amd64/liblz4-java.so",
                        "org/xerial/snappy/native/Linux/x86_64/libsnappyjava.so");
        assertThat(texts).contains("META-INF/LICENSE", "META-INF/NOTICE");
        assertThat(classes)
                .contains("io/attentionfutures/pipeline/MarketJob.class")
                .noneMatch(name -> name.startsWith("org/nd4j/"))
                .noneMatch(name -> name.startsWith("org/apache/flink/streaming/api/environment/"));
    }

    @Test
    void theJobsEntryClassIsInItsManifest() throws IOException {
        try (JarInputStream jar = openJob()) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo("io.attentionfutures.pipeline.MarketJob");
        }
    }

    private static JarInputStream openJob() throws IOException {
        return new JarInputStream(new ByteArrayInputStream(image.files().get(JOB).content()));
    }
}
