package io.attentionfutures.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A chart can read only its own files, so alerts and dashboard are in it as copies. */
class MonitoringFilesTest {
    private static final Path ORIGINALS = Path.of("..", "deploy", "monitoring");
    private static final Path COPIES = Rendering.CHART.resolve("files");

    @ParameterizedTest
    @ValueSource(strings = {"alerts.yaml", "dashboard.json"})
    void theCopyIsWhatIsInMonitoring(String file) throws IOException {
        String original = Files.readString(ORIGINALS.resolve(file));
        if (Boolean.getBoolean("helm.write")) {
            Files.writeString(COPIES.resolve(file), original);
        }

        assertThat(Files.readString(COPIES.resolve(file)))
                .as(Rendering.HOW_TO_WRITE)
                .isEqualTo(original);
    }

    @Test
    void theAlertsOfTheResourceAreThoseOfTheFile() throws IOException {
        JsonNode rule = Rendering.of("ha").only("PrometheusRule");

        assertThat(rule.path("spec"))
                .isEqualTo(Rendering.YAML.readTree(ORIGINALS.resolve("alerts.yaml").toFile()));
    }

    @Test
    void theDashboardOfTheResourceIsThatOfTheFile() throws IOException {
        JsonNode map =
                Rendering.of("ha").all("ConfigMap").stream()
                        .filter(
                                resource ->
                                        resource.path("data").has("attention-futures-market.json"))
                        .findFirst()
                        .orElseThrow();

        assertThat(
                        Rendering.YAML.readTree(
                                map.path("data").path("attention-futures-market.json").asText()))
                .isEqualTo(Rendering.YAML.readTree(ORIGINALS.resolve("dashboard.json").toFile()));
        assertThat(map.at("/metadata/labels/grafana_dashboard").asText()).isEqualTo("1");
    }
}
