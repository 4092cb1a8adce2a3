package io.attentionfutures.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job that creates topics and registers schemas before the market starts. */
class PrepareJobTest {
    @TempDir private Path folder;
    private Path chart;

    @BeforeEach
    void copyTheChart() throws IOException {
        chart = ChartCopy.withoutHooks(folder);
    }

    @Test
    void itSaysWhatTheValuesSay() {
        JsonNode job =
                Rendering.of(chart, "ha", "kafka: {topics: {accounts: [alice]}}").only("Job");

        assertThat(job.at("/spec/template/spec/containers/0/args"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "prepare",
                        "--bootstrap",
                        "market-kafka-bootstrap.kafka:9093",
                        "--registry",
                        "http://registry.kafka:8080/apis/ccompat/v7",
                        "--partitions",
                        "4",
                        "--replication",
                        "3",
                        "--account",
                        "alice",
                        "--kafka-properties",
                        "/etc/afm/kafka/client.properties");
    }

    @Test
    void itFitsItsSchemaAndIsRestricted() {
        JsonNode job = Rendering.of(chart, "ha", "image: {pullSecrets: [login]}").only("Job");

        assertThat(ResourceSchemas.check(job)).isEmpty();
        assertThat(PodSecurity.violations(job.at("/spec/template/spec"))).isEmpty();
    }

    @Test
    void aMisspeltFieldIsFound() {
        JsonNode job = Rendering.of(chart, "ha", "").only("Job").deepCopy();
        ((ObjectNode) job.at("/spec/template/spec/containers/0")).put("commands", "x");

        assertThat(ResourceSchemas.check(job)).anyMatch(mistake -> mistake.contains("commands"));
    }

    @Test
    void itRunsBeforeTheRestIsInstalledOrUpgraded() throws IOException {
        assertThat(Files.readString(Rendering.CHART.resolve("templates/prepare-job.yaml")))
                .contains("helm.sh/hook: pre-install,pre-upgrade");
        assertThat(Rendering.of("ha").all("Job")).as("not among what is kept").isEmpty();
    }

    @Test
    void itIsThereOnlyIfAskedFor() {
        assertThat(Rendering.of(chart, "minimal", "").all("Job")).isEmpty();
    }
}
