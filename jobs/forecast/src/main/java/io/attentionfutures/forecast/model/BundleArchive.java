package io.attentionfutures.forecast.model;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The zip file of a bundle. */
final class BundleArchive {

    private static final String MANIFEST = "manifest.json";
    private static final String WEIGHTS = "weights.bin";
    private static final int LARGEST_ENTRY = 512 << 20;
    private static final int ZIP_END_LENGTH = 22;
    private static final int ZIP_END_SIGNATURE = 0x504b0506;
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private BundleArchive() {}

    static ModelBundle load(Path file) {
        try {
            return read(Files.readAllBytes(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new ModelBundleException(file + ": there is no such file", e);
        } catch (IOException e) {
            throw new ModelBundleException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    static ModelBundle read(byte[] bytes, String source) {
        if (!endsWithDirectory(bytes)) {
            throw new ModelBundleException(source + ": not a model bundle, or truncated");
        }
        Map<String, byte[]> entries = entries(bytes, source);
        byte[] manifest = entries.get(MANIFEST);
        byte[] weights = entries.get(WEIGHTS);
        if (manifest == null || weights == null || weights.length % Float.BYTES != 0) {
            throw new ModelBundleException(
                    source + ": not a model bundle, or truncated: no whole manifest and weights");
        }
        try {
            int version = JSON.readTree(manifest).path("formatVersion").asInt(-1);
            if (version != ModelBundle.FORMAT_VERSION) {
                throw new ModelBundleException(
                        "the model bundle has format version "
                                + version
                                + ", this program reads "
                                + ModelBundle.FORMAT_VERSION);
            }
            return new ModelBundle(JSON.readValue(manifest, ModelManifest.class), floats(weights));
        } catch (JacksonException e) {
            throw new ModelBundleException(
                    source + ": broken manifest: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new ModelBundleException(source + ": broken manifest", e);
        } catch (ModelBundleException e) {
            throw new ModelBundleException(source + ": " + e.getMessage(), e);
        }
    }

    static void save(ModelBundle bundle, Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path temporary = Files.createTempFile(target.getParent(), ".bundle", ".tmp");
        try {
            Files.write(temporary, bytes(bundle));
            Files.move(
                    temporary,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    static byte[] bytes(ModelBundle bundle) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            write(zip, MANIFEST, JSON.writeValueAsBytes(bundle.manifest()));
            write(zip, WEIGHTS, bytes(bundle.weights()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Hash of the content; the zip's own bytes depend on the compressor's version. */
    static String fingerprint(ModelBundle bundle) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(JSON.writeValueAsBytes(bundle.manifest()));
            return HexFormat.of().formatHex(digest.digest(bytes(bundle.weights())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** A zip file ends with its directory, so a file that was cut anywhere does not. */
    private static boolean endsWithDirectory(byte[] bytes) {
        int at = bytes.length - ZIP_END_LENGTH;
        return at >= 0 && ByteBuffer.wrap(bytes).getInt(at) == ZIP_END_SIGNATURE;
    }

    private static Map<String, byte[]> entries(byte[] bytes, String source) {
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(LARGEST_ENTRY);
                entries.put(entry.getName(), content);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelBundleException(
                    source + ": not a model bundle, or truncated: " + e.getMessage(), e);
        }
        return entries;
    }

    private static byte[] bytes(float[] floats) {
        ByteBuffer buffer = ByteBuffer.allocate(floats.length * Float.BYTES);
        buffer.asFloatBuffer().put(floats);
        return buffer.array();
    }

    private static float[] floats(byte[] bytes) {
        float[] floats = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(floats);
        return floats;
    }
}
