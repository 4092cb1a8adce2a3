package io.attentionfutures.helm;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of {@code values.yaml} with the comments above them. */
final class ValuesFile {
    /**
     * A value.
     *
     * @param key path of its key, with dots
     * @param defaultValue as it is written
     * @param description the comment above it; empty where there is none
     */
    record Value(String key, String defaultValue, String description) {}

    private static final Pattern LINE = Pattern.compile("( *)([A-Za-z][A-Za-z0-9]*):(?: (.+))?");
    private static final int INDENTATION = 2;

    private ValuesFile() {}

    static List<Value> read() throws IOException {
        List<Value> values = new ArrayList<>();
        List<String> path = new ArrayList<>();
        List<String> comment = new ArrayList<>();
        for (String line : Files.readAllLines(Rendering.CHART.resolve("values.yaml"))) {
            String text = line.trim();
            Matcher key = LINE.matcher(line);
            if (text.startsWith("# ")) {
                comment.add(text.substring(2));
            } else if (text.isEmpty()) {
                comment.clear();
            } else if (key.matches()) {
                int depth = key.group(1).length() / INDENTATION;
                path.subList(depth, path.size()).clear();
                path.add(key.group(2));
                if (key.group(3) != null) {
                    values.add(
                            new Value(
                                    String.join(".", path),
                                    key.group(3),
                                    String.join(" ", comment)));
                }
                comment.clear();
            } else {
                throw new IllegalStateException("values.yaml: cannot read the line: " + line);
            }
        }
        return values;
    }
}
