package io.attentionfutures.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What the compose file names is there, and nothing is open to other machines. */
class ComposeFileTest {
    private static final Path FOLDER = Path.of("..", "compose");
    private static final Path MONITORING = Path.of("..", "monitoring");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static JsonNode compose;

    @BeforeAll
    static void read() throws IOException {
        // SnakeYAML merges <<, which Jackson does not.
        Object merged = new Yaml().load(Files.readString(FOLDER.resolve("compose.yaml")));
        compose = new ObjectMapper().valueToTree(merged);
    }

    @Test
    void itHasWhatAMarketNeeds() {
        assertThat(names(compose.path("services")))
                .containsExactlyInAnyOrder(
                        "grafana",
                        "jobmanager",
                        "kafka",
                        "prepare",
                        "prometheus",
                        "registry",
                        "state-owner",
                        "taskmanager");
    }

    @Test
    void everyMountedFileAndVolumeIsThere() {
        List<String> mounts = new ArrayList<>();
        for (JsonNode service : compose.path("services")) {
            for (JsonNode volume : service.path("volumes")) {
                String source = withDefaults(volume.asText()).split(":")[0];
                mounts.add(source);
                if (source.startsWith(".")) {
                    assertThat(FOLDER.resolve(source)).exists();
                } else {
                    assertThat(names(compose.path("volumes"))).contains(source);
                }
            }
        }
        assertThat(mounts).hasSizeGreaterThan(5);
    }

    @Test
    void everythingThatIsWaitedForIsThereAndCanBeWaitedFor() {
        JsonNode services = compose.path("services");
        for (JsonNode service : services) {
            service.path("depends_on")
                    .properties()
                    .forEach(
                            dependency -> {
                                JsonNode awaited = services.path(dependency.getKey());
                                assertThat(awaited.isObject()).as(dependency.getKey()).isTrue();
                                switch (dependency.getValue().path("condition").asText()) {
                                    case "service_healthy" ->
                                            assertThat(awaited.has("healthcheck"))
                                                    .as(dependency.getKey() + " has a health check")
                                                    .isTrue();
                                    case "service_completed_successfully" ->
                                            assertThat(awaited.has("restart"))
                                                    .as(dependency.getKey() + " ends")
                                                    .isFalse();
                                    case "service_started" -> {}
                                    default ->
                                            throw new AssertionError(
                                                    dependency.getKey() + ": no such condition");
                                }
                            });
        }
    }

    @Test
    void everyPortIsOnThisMachineAlone() {
        List<String> ports = new ArrayList<>();
        for (JsonNode service : compose.path("services")) {
            service.path("ports").forEach(port -> ports.add(port.asText()));
        }

        assertThat(ports).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(ports).doesNotHaveDuplicates();
    }

    @Test
    void everyImageHasAVersion() {
        for (JsonNode service : compose.path("services")) {
            assertThat(withDefaults(service.path("image").asText()))
                    .matches("[a-z/-]+:v?[0-9][A-Za-z0-9.-]*");
        }
    }

    @Test
    void imagesBuiltHereAreOfTheProjectsVersion() throws IOException {
        Matcher version =
                Pattern.compile("(?m)^  <version>(.+)</version>$")
                        .matcher(Files.readString(Path.of("..", "..", "pom.xml")));
        assertThat(version.find()).isTrue();

        for (String service : List.of("jobmanager", "taskmanager", "prepare", "state-owner")) {
            assertThat(withDefaults(compose.at("/services/" + service + "/image").asText()))
                    .as("version in deploy/compose/compose.yaml")
                    .endsWith(":" + version.group(1));
        }
    }

    @Test
    void flinkIsConfiguredAsTheJobNeedsIt() throws IOException {
        Properties flink = new Properties();
        flink.load(
                new StringReader(
                        withDefaults(
                                compose.at("/services/jobmanager/environment/FLINK_PROPERTIES")
                                        .asText())));

        assertThat(flink)
                .containsEntry("state.backend.type", "rocksdb")
                .containsEntry("execution.checkpointing.incremental", "true")
                .containsEntry("taskmanager.memory.task.off-heap.size", "512m")
                .containsEntry("afm.kafka.bootstrap-servers", "kafka:9092")
                .containsKey("afm.registry.url");
        assertThat(compose.at("/services/taskmanager/environment"))
                .isEqualTo(compose.at("/services/jobmanager/environment"));
    }

    @Test
    void prometheusDropsWhatTheMonitoringsOwnFileDrops() throws IOException {
        JsonNode here = YAML.readTree(FOLDER.resolve("prometheus.yml").toFile());
        JsonNode original = YAML.readTree(MONITORING.resolve("prometheus.yml").toFile());
        String rules = "/scrape_configs/0/metric_relabel_configs";

        assertThat(here.at(rules).isMissingNode()).isFalse();
        assertThat(here.at(rules)).isEqualTo(original.at(rules));
        assertThat(here.path("rule_files")).isEqualTo(original.path("rule_files"));
        for (JsonNode name : here.at("/scrape_configs/0/dns_sd_configs/0/names")) {
            assertThat(compose.path("services").has(name.asText())).as(name.asText()).isTrue();
        }
    }

    @Test
    void grafanaReadsThatPrometheusAndThatDashboard() throws IOException {
        JsonNode datasource =
                YAML.readTree(FOLDER.resolve("grafana/datasource.yaml").toFile())
                        .at("/datasources/0");
        JsonNode provider =
                YAML.readTree(FOLDER.resolve("grafana/dashboards.yaml").toFile())
                        .at("/providers/0");
        String folder = provider.at("/options/path").asText();

        assertThat(datasource.path("url").asText()).isEqualTo("http://prometheus:9090");
        assertThat(datasource.path("isDefault").asBoolean()).isTrue();
        assertThat(compose.at("/services/grafana/volumes"))
                .extracting(JsonNode::asText)
                .contains("../monitoring/dashboard.json:" + folder + "/dashboard.json:ro");
    }

    private static Set<String> names(JsonNode object) {
        return new ObjectMapper().convertValue(object, Map.class).keySet();
    }

    /** Replaces each ${VARIABLE:-default} by its default. */
    private static String withDefaults(String text) {
        return text.replaceAll("\\$\\{[A-Z_]+:-([^}]*)}", "$1");
    }
}
