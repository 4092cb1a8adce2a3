package io.attentionfutures.forecast.model;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The zip file of a bundle. */
final class BundleArchive {

    private static final String MANIFEST = "manifest.json";
    private static final String NETWORK_SUFFIX = ".onnx";
    // A network of the largest width has 17 MiB; what unpacks to more than this is no bundle.
    private static final int LARGEST_FILE = 128 << 20;
    private static final int MOST_ENTRIES = 32;
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
            if (Files.size(file) > LARGEST_FILE) {
                throw new ModelBundleException(
                        file + ": not a model bundle: larger than " + LARGEST_FILE + " bytes");
            }
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
        try {
            Map<String, byte[]> entries = entries(bytes);
            ModelManifest manifest = manifest(entries.remove(MANIFEST));
            List<BundledNetwork> networks = new ArrayList<>();
            for (NetworkManifest network : manifest.networks()) {
                byte[] onnx = network == null ? null : entries.remove(entry(network.name()));
                if (onnx == null) {
                    throw new ModelBundleException("not whole: a network is missing");
                }
                networks.add(new BundledNetwork(network, onnx));
            }
            if (!entries.isEmpty()) {
                throw new ModelBundleException(
                        "not a model bundle: it holds " + entries.keySet().iterator().next());
            }
            return new ModelBundle(manifest, networks);
        } catch (JacksonException e) {
            throw new ModelBundleException(
                    source + ": broken manifest: " + firstLine(e.getOriginalMessage()), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelBundleException(
                    source + ": not a model bundle, or truncated: " + e.getMessage(), e);
        } catch (ModelBundleException e) {
            throw new ModelBundleException(source + ": " + e.getMessage(), e);
        }
    }

    private static ModelManifest manifest(byte[] bytes) throws IOException {
        if (bytes == null) {
            throw new ModelBundleException("not a model bundle: no " + MANIFEST);
        }
        JsonNode tree = JSON.readTree(bytes);
        int version = tree.path("formatVersion").asInt(-1);
        if (version != ModelBundle.FORMAT_VERSION) {
            throw new ModelBundleException(
                    "the model bundle has format version "
                            + version
                            + ", this program reads "
                            + ModelBundle.FORMAT_VERSION
                            + ": train anew");
        }
        ModelManifest manifest = JSON.treeToValue(tree, ModelManifest.class);
        if (manifest.networks() == null) {
            throw new ModelBundleException("the model bundle has an incomplete manifest");
        }
        return manifest;
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
            for (BundledNetwork network : bundle.networks()) {
                write(zip, entry(network.name()), network.bytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Hash of the manifest, which has the networks' hashes; a zip's bytes depend on its maker. */
    static String fingerprint(ModelManifest manifest) {
        try {
            return BundledNetwork.sha256(JSON.writeValueAsBytes(manifest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String entry(String network) {
        return network + NETWORK_SUFFIX;
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

    private static Map<String, byte[]> entries(byte[] bytes) throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        int left = LARGEST_FILE;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(left);
                left -= content.length;
                if (left == 0 || entries.size() == MOST_ENTRIES) {
                    throw new ModelBundleException(
                            "not a model bundle: it unpacks to more than "
                                    + LARGEST_FILE
                                    + " bytes or "
                                    + MOST_ENTRIES
                                    + " files");
                }
                if (entries.put(entry.getName(), content) != null) {
                    throw new ModelBundleException(
                            "not a model bundle: it holds " + entry.getName() + " twice");
                }
            }
        }
        return entries;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
