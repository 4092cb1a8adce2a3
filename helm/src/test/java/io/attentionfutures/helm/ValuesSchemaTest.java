package io.attentionfutures.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code values.schema.json} types every value, and nothing else. */
class ValuesSchemaTest {
    private static final Path SCHEMA = Rendering.CHART.resolve("values.schema.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theJobsOptionsAreThoseOfTheProjectsTable() throws IOException {
        ObjectNode schema = (ObjectNode) JSON.readTree(SCHEMA.toFile());
        ObjectNode expected = OptionsSchema.fromTheOperationsPage();
        if (Boolean.getBoolean("helm.write")) {
            ((ObjectNode) schema.path("properties")).set("options", expected);
            Files.writeString(
                    SCHEMA,
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n");
        }

        assertThat(expected.path("properties").size()).isGreaterThan(10);
        assertThat(JSON.readTree(SCHEMA.toFile()).at("/properties/options"))
                .as(Rendering.HOW_TO_WRITE)
                .isEqualTo(expected);
    }

    @Test
    void everyValueIsTypedAndEverythingTypedIsAValue() throws IOException {
        List<String> typed = new ArrayList<>();
        collectTyped(JSON.readTree(SCHEMA.toFile()), "", typed);
        List<String> values = ValuesFile.read().stream().map(ValuesFile.Value::key).toList();

        assertThat(typed).containsExactlyInAnyOrderElementsOf(values);
    }

    @Test
    void objectsRefuseKeysThatTheyDoNotName() throws IOException {
        List<String> open = new ArrayList<>();
        collectOpen(JSON.readTree(SCHEMA.toFile()).path("properties"), "", open);

        // Helm's own, and parts of Kubernetes' resources that its API server checks.
        assertThat(open)
                .containsExactlyInAnyOrder(
                        "global",
                        "pods.affinity.nodeAffinity",
                        "pods.affinity.podAffinity",
                        "pods.affinity.podAntiAffinity");
    }

    /** Values are where the file of values has no deeper keys: maps of free keys are values. */
    private static void collectTyped(JsonNode schema, String prefix, List<String> typed) {
        schema.path("properties")
                .properties()
                .forEach(
                        property -> {
                            String key = prefix + property.getKey();
                            JsonNode inner = property.getValue();
                            if (key.equals("global")) {
                                return;
                            }
                            if (inner.has("properties")
                                    && !List.of("options", "pods.affinity").contains(key)) {
                                collectTyped(inner, key + ".", typed);
                            } else {
                                typed.add(key);
                            }
                        });
    }

    private static void collectOpen(JsonNode properties, String prefix, List<String> open) {
        properties
                .properties()
                .forEach(
                        property -> {
                            JsonNode schema = property.getValue();
                            String key = prefix + property.getKey();
                            if (schema.path("type").asText().equals("object")
                                    && !schema.has("additionalProperties")) {
                                open.add(key);
                            }
                            collectOpen(schema.path("properties"), key + ".", open);
                        });
    }
}
