package io.attentionfutures.deploy.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.attentionfutures.deploy.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of {@code deploy/monitoring}. */
final class Monitoring {
    static final Path FOLDER = Project.path("deploy/monitoring");

    /** What Flink puts before the metrics of an operator. */
    static final String OPERATOR = "flink_taskmanager_job_task_operator_";

    private static final Pattern METRIC = Pattern.compile("\\b(flink_[A-Za-z0-9_]+|up)\\b");
    private static final Pattern TABLE_ROW = Pattern.compile("(?m)^\\| `([A-Za-z0-9_]+)` \\|.*$");

    private Monitoring() {}

    /** An expression of a panel, or an alert's. */
    record Query(String where, String expression) {
        /** The metrics that it reads. */
        Set<String> metrics() {
            Set<String> names = new TreeSet<>();
            Matcher matcher = METRIC.matcher(expression);
            while (matcher.find()) {
                names.add(matcher.group());
            }
            return names;
        }
    }

    static JsonNode dashboard() throws IOException {
        return new ObjectMapper().readTree(FOLDER.resolve("dashboard.json").toFile());
    }

    /** The dashboard's queries, as Grafana would send them with everything selected. */
    static List<Query> panelQueries() throws IOException {
        List<Query> queries = new ArrayList<>();
        for (JsonNode panel : dashboard().path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                String expression =
                        target.path("expr")
                                .asText()
                                .replace("$__rate_interval", "30s")
                                .replaceAll("\\$(job|segment|market)\\b", ".*");
                queries.add(new Query("panel '" + panel.path("title").asText() + "'", expression));
            }
        }
        return queries;
    }

    static List<JsonNode> alerts() throws IOException {
        List<JsonNode> alerts = new ArrayList<>();
        new YAMLMapper()
                .readTree(FOLDER.resolve("alerts.yaml").toFile())
                .path("groups")
                .forEach(group -> group.path("rules").forEach(alerts::add));
        return alerts;
    }

    static List<Query> alertQueries() throws IOException {
        return alerts().stream()
                .map(
                        alert ->
                                new Query(
                                        "alert " + alert.path("alert").asText(),
                                        alert.path("expr").asText()))
                .toList();
    }

    static String readme() throws IOException {
        return Files.readString(FOLDER.resolve("README.md"));
    }

    /** The market's own metrics that the page documents, by their full names. */
    static Set<String> documentedMetrics() throws IOException {
        String readme = readme();
        String table =
                readme.substring(
                        readme.indexOf("<!-- metrics:begin -->"),
                        readme.indexOf("<!-- metrics:end -->"));
        Set<String> names = new TreeSet<>();
        Matcher row = TABLE_ROW.matcher(table);
        while (row.find()) {
            names.add(OPERATOR + row.group(1));
        }
        return names;
    }
}
