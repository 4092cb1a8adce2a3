package io.attentionfutures.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * A tar of an image as {@code docker load} takes it: its configuration and the files of its layers.
 */
final class ImageTar {
    /**
     * A file of the image.
     *
     * @param entry its name, owner and mode
     * @param content its bytes
     */
    record File(TarArchiveEntry entry, byte[] content) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode configuration;
    private final Map<String, File> files;

    private ImageTar(JsonNode configuration, Map<String, File> files) {
        this.configuration = configuration;
        this.files = files;
    }

    static ImageTar read(Path path) throws IOException {
        Map<String, File> outer = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(path)) {
            addAll(in, outer);
        }
        JsonNode manifest = JSON.readTree(outer.get("manifest.json").content()).path(0);
        JsonNode configuration =
                JSON.readTree(outer.get(manifest.path("Config").asText()).content());
        Map<String, File> files = new LinkedHashMap<>();
        for (JsonNode layer : manifest.path("Layers")) {
            byte[] compressed = outer.get(layer.asText()).content();
            addAll(new GZIPInputStream(new ByteArrayInputStream(compressed)), files);
        }
        return new ImageTar(configuration, files);
    }

    private static void addAll(InputStream in, Map<String, File> files) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(in);
        for (TarArchiveEntry entry = tar.getNextEntry();
                entry != null;
                entry = tar.getNextEntry()) {
            if (entry.isFile()) {
                files.put(entry.getName(), new File(entry, tar.readAllBytes()));
            }
        }
    }

    /** Returns the image's configuration (OCI image specification). */
    JsonNode configuration() {
        return configuration;
    }

    /** Returns the files of all layers by their paths, without a leading slash. */
    Map<String, File> files() {
        return files;
    }
}
