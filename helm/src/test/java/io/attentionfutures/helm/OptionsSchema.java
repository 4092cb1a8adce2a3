package io.attentionfutures.helm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The schema of the value {@code options}, from the project's table of the job's options, which is
 * itself generated from the code.
 */
final class OptionsSchema {
    /** Options that the chart sets from values of their own. */
    static final Set<String> OF_OTHER_VALUES =
            Set.of(
                    "afm.kafka.bootstrap-servers",
                    "afm.kafka.properties",
                    "afm.kafka.properties-file",
                    "afm.registry.url",
                    "afm.wire.single-object-topics",
                    "afm.forecast.model");

    private static final Path OPERATIONS = Path.of("..", "docs", "operations.md");
    private static final Pattern ROW =
            Pattern.compile("\\| `(afm\\.[^`]+)` \\| (.+?) \\| (.*?) \\| (.+) \\|");
    private static final Pattern CONSTANT = Pattern.compile("`([^`]+)`");
    private static final ObjectMapper JSON = new ObjectMapper();

    private OptionsSchema() {}

    static ObjectNode fromTheOperationsPage() throws IOException {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        for (String line : Files.readAllLines(OPERATIONS)) {
            Matcher row = ROW.matcher(line);
            if (row.matches() && !OF_OTHER_VALUES.contains(row.group(1))) {
                ObjectNode option = properties.putObject(row.group(1));
                option.put("description", row.group(4));
                type(option, row.group(2));
            }
        }
        return schema;
    }

    private static void type(ObjectNode option, String type) {
        switch (type) {
            case "duration" ->
                    option.put("type", "string").put("pattern", "^[0-9]+ ?(ms|s|min|h|d)$");
            case "integer", "long" -> option.put("type", "integer").put("minimum", 0);
            case "double" -> option.put("type", "number").put("minimum", 0);
            case "boolean" -> option.put("type", "boolean");
            case "map" ->
                    option.put("type", "string").put("pattern", "^[^:,]+:[^:,]+(,[^:,]+:[^:,]+)*$");
            case "string", "list" -> option.put("type", "string");
            default -> {
                ArrayNode constants = option.put("type", "string").putArray("enum");
                Matcher constant = CONSTANT.matcher(type);
                while (constant.find()) {
                    constants.add(constant.group(1));
                }
                if (constants.isEmpty()) {
                    throw new IllegalStateException("no schema for options of type " + type);
                }
            }
        }
    }
}
