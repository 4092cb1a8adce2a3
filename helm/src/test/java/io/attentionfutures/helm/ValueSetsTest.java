package io.attentionfutures.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart and its value sets pass Helm's strict lint, and render what they say. */
class ValueSetsTest {
    @TempDir private Path folder;

    @Test
    void theChartPassesStrictLint() {
        LintResult result = new Helm(Rendering.CHART).lint().strict().call();

        assertThat(result.isFailed()).as(String.join("\n", result.getMessages())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "ha", "gpu"})
    void eachSetPassesStrictLint(String set) throws IOException {
        // Lint takes no values, so the set becomes the values of a copy.
        Path copy = ChartCopy.in(folder);
        JsonNode values = Rendering.YAML.readTree(copy.resolve("values.yaml").toFile());
        merge(
                (ObjectNode) values,
                Rendering.YAML.readTree(copy.resolve("values-" + set + ".yaml").toFile()));
        Rendering.YAML.writeValue(copy.resolve("values.yaml").toFile(), values);

        LintResult result = new Helm(copy).lint().strict().call();

        assertThat(result.isFailed()).as(String.join("\n", result.getMessages())).isFalse();
    }

    @Test
    void lintFailsOnABrokenTemplate() throws IOException {
        Path copy = ChartCopy.in(folder);
        Files.writeString(copy.resolve("templates/broken.yaml"), "{{ .Values.image.repository }");

        LintResult result = new Helm(copy).lint().strict().call();

        assertThat(result.isFailed()).isTrue();
        assertThat(result.getMessages()).anyMatch(message -> message.contains("broken.yaml"));
    }

    @Test
    void theMinimalSetIsTheJobItsRightsAndAVolume() {
        assertThat(kinds(Rendering.of("minimal")))
                .containsExactlyInAnyOrder(
                        "FlinkDeployment",
                        "PersistentVolumeClaim",
                        "Role",
                        "RoleBinding",
                        "ServiceAccount");
    }

    @Test
    void theHighlyAvailableSetHasEverythingButVolumes() {
        assertThat(kinds(Rendering.of("ha")))
                .contains(
                        "ConfigMap",
                        "FlinkDeployment",
                        "KafkaTopic",
                        "NetworkPolicy",
                        "PodDisruptionBudget",
                        "PodMonitor",
                        "PrometheusRule",
                        "Role",
                        "RoleBinding",
                        "ServiceAccount")
                .doesNotContain("PersistentVolumeClaim");
    }

    @Test
    void everySwitchTakesItsResourceAway() {
        Rendering off =
                Rendering.of(
                        "minimal",
                        """
                        state:
                          volume: {create: false, existingClaim: state-of-the-market}
                        serviceAccount: {create: false, name: flink}
                        rbac: {create: false}
                        """);

        assertThat(kinds(off)).containsExactly("FlinkDeployment");
        assertThat(off.only("FlinkDeployment").at("/spec/serviceAccount").asText())
                .isEqualTo("flink");
        assertThat(off.podTemplate().at("/spec/volumes/0/persistentVolumeClaim/claimName").asText())
                .isEqualTo("state-of-the-market");
    }

    private static List<String> kinds(Rendering rendering) {
        return rendering.resources().stream()
                .map(resource -> resource.path("kind").asText())
                .toList();
    }

    private static void merge(ObjectNode base, JsonNode overlay) {
        overlay.properties()
                .forEach(
                        entry -> {
                            if (base.get(entry.getKey()) instanceof ObjectNode inner
                                    && entry.getValue().isObject()) {
                                merge(inner, entry.getValue());
                            } else {
                                base.set(entry.getKey(), entry.getValue());
                            }
                        });
    }
}
