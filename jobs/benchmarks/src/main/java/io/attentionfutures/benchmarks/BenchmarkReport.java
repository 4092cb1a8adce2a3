package io.attentionfutures.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** What a benchmark says: text as it comes, or one JSON object at the end, conditions first. */
public final class BenchmarkReport {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode object = MAPPER.createObjectNode();
    private final PrintStream out;
    private final boolean json;

    /** Begins a report on standard output. */
    public BenchmarkReport(Map<String, String> conditions, boolean json) {
        this(conditions, json, System.out);
    }

    BenchmarkReport(Map<String, String> conditions, boolean json, PrintStream out) {
        this.json = json;
        this.out = out;
        object.set("conditions", MAPPER.valueToTree(conditions));
        conditions.forEach((name, value) -> text("%-12s %s%n", name, value));
    }

    /** Prints text, unless the report is JSON. */
    public void text(String format, Object... arguments) {
        if (!json) {
            out.printf(Locale.ROOT, format, arguments);
        }
    }

    /** The JSON object, for single figures. */
    public ObjectNode object() {
        return object;
    }

    /** Adds an array to the JSON object, for figures that there are many of. */
    public void array(String name) {
        object.putArray(name);
    }

    /** Adds an object to an array. */
    public ObjectNode row(String array) {
        return object.withArrayProperty(array).addObject();
    }

    /** Prints the JSON object, unless the report is text. */
    public void end() throws JsonProcessingException {
        if (json) {
            out.println(MAPPER.writeValueAsString(object));
        }
    }
}
