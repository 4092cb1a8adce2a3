package io.attentionfutures.schemas.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * The frozen schemas of all released versions, from the resources {@code
 * released/<version>/<Record>.avsc}; {@code released/index.txt} lists them.
 */
public final class ReleasedSchemas {
    private static final String ROOT = "/released/";

    private ReleasedSchemas() {}

    /** Returns every released version of a record, oldest first. */
    public static List<Schema> of(String recordName) {
        List<Schema> schemas = new ArrayList<>();
        for (String path : index()) {
            if (path.endsWith("/" + recordName + ".avsc")) {
                schemas.add(new Schema.Parser().parse(read(path)));
            }
        }
        return schemas;
    }

    /** Returns the paths {@code <version>/<Record>.avsc} of all released schemas, oldest first. */
    public static List<String> index() {
        return read("index.txt").lines().filter(line -> !line.isBlank()).toList();
    }

    private static String read(String path) {
        try (InputStream in = ReleasedSchemas.class.getResourceAsStream(ROOT + path)) {
            if (in == null) {
                throw new IllegalStateException("resource " + ROOT + path + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
