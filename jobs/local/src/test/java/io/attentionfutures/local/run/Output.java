package io.attentionfutures.local.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a run wrote to its {@code --output} folder. */
record Output(
        List<JsonNode> prices,
        List<JsonNode> executions,
        List<JsonNode> allocations,
        List<JsonNode> forecasts) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Output read(Path folder) throws IOException {
        return new Output(
                lines(folder.resolve("afm.prices.jsonl")),
                lines(folder.resolve("afm.executions.jsonl")),
                lines(folder.resolve("afm.allocations.jsonl")),
                lines(folder.resolve("afm.forecasts.jsonl")));
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    /** Returns the execution reports of one type. */
    List<JsonNode> executions(String type) {
        return executions.stream()
                .filter(report -> report.get("executionType").asText().equals(type))
                .toList();
    }
}
