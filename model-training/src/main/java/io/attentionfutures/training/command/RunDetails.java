package io.attentionfutures.training.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attentionfutures.training.run.RunFiles;
import io.attentionfutures.training.run.RunFolder;
import io.attentionfutures.training.run.RunMetrics;
import io.attentionfutures.training.run.RunRecord;
import io.attentionfutures.training.run.RunState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All about one run: what it was asked for, flat, and what it came to. */
final class RunDetails {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunFolder folder;
    private final RunRecord record;
    private final Optional<RunMetrics> metrics;
    private final int epochs;

    private RunDetails(RunFolder folder) {
        this.folder = folder;
        this.record = folder.record();
        this.metrics =
                record.state() == RunState.DONE
                        ? Optional.of(RunFiles.readJson(folder.metrics(), RunMetrics.class))
                        : Optional.empty();
        this.epochs = folder.epochs().read().size();
    }

    /**
     * Reads a run.
     *
     * @throws io.attentionfutures.training.TrainingException if it cannot be read
     */
    static RunDetails of(RunFolder folder) {
        return new RunDetails(folder);
    }

    String id() {
        return folder.id();
    }

    Optional<RunMetrics> metrics() {
        return metrics;
    }

    /** Everything that could make the result another, by name. */
    Map<String, String> parameters() {
        Map<String, String> flat = new LinkedHashMap<>();
        flat.put("state", record.state().name());
        flatten("", JSON.valueToTree(record.settings()), flat);
        flatten("data.", JSON.valueToTree(record.data()), flat);
        flatten("code.", JSON.valueToTree(record.code()), flat);
        flatten("machine.", JSON.valueToTree(record.machine()), flat);
        metrics.ifPresent(
                done -> {
                    flat.put("search.trials", Integer.toString(done.trials()));
                    flat.put("search.ended", done.searchEnded());
                    flat.put("seconds", Long.toString(Math.round(done.seconds())));
                    for (RunMetrics.Network network : done.networks()) {
                        flatten("kept." + network.name() + ".", JSON.valueToTree(network), flat);
                    }
                });
        return flat;
    }

    JsonNode json() {
        ObjectNode node = JSON.createObjectNode();
        node.set("run", JSON.valueToTree(record));
        metrics.ifPresent(done -> node.set("metrics", JSON.valueToTree(done)));
        return node;
    }

    String text() {
        TextTable table = new TextTable("run", folder.path().toString());
        table.row(
                "state", record.state() + (record.fault().isEmpty() ? "" : ": " + record.fault()));
        table.row("started", record.startedAt());
        table.row("ended", record.endedAt().isEmpty() ? "-" : record.endedAt());
        table.row("resumed", record.resumed() + " times");
        table.row("command line", String.join(" ", record.commandLine()));
        table.row("epochs so far", epochs + " in epochs.jsonl");
        parameters().forEach((name, value) -> row(table, name, value));
        StringBuilder text = new StringBuilder(table.toString());
        metrics.ifPresent(
                done -> {
                    text.append(System.lineSeparator()).append(MetricsTable.of(done.results()));
                    text.append("bundle ").append(folder.bundle()).append(System.lineSeparator());
                    text.append("report ").append(folder.report()).append(System.lineSeparator());
                });
        return text.toString();
    }

    private static void row(TextTable table, String name, String value) {
        if (!name.equals("state")) {
            table.row(name, value);
        }
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> flat) {
        node.properties()
                .forEach(
                        field -> {
                            JsonNode value = field.getValue();
                            if (value.isObject()) {
                                flatten(prefix + field.getKey() + ".", value, flat);
                            } else {
                                flat.put(
                                        prefix + field.getKey(),
                                        value.isValueNode() ? value.asText() : value.toString());
                            }
                        });
    }
}
