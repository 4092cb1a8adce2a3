package io.attentionfutures.helm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of the chart, for tests that change it. */
final class ChartCopy {
    private ChartCopy() {}

    /** Copies the chart into a folder and returns where it is. */
    static Path in(Path folder) throws IOException {
        Path copy = folder.resolve(Rendering.CHART.getFileName());
        try (Stream<Path> files = Files.walk(Rendering.CHART)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(Rendering.CHART.relativize(file).toString()));
            }
        }
        return copy;
    }

    /**
     * Copies the chart without its hooks' annotations: Helm renders hooks apart, and does not show
     * them here.
     */
    static Path withoutHooks(Path folder) throws IOException {
        Path copy = in(folder);
        try (Stream<Path> templates = Files.list(copy.resolve("templates"))) {
            for (Path template : templates.toList()) {
                String text = Files.readString(template);
                Files.writeString(template, text.replaceAll(" +helm\\.sh/hook.*\\R", ""));
            }
        }
        return copy;
    }
}
