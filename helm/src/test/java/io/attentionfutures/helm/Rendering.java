package io.attentionfutures.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The chart's resources as {@code helm template} renders them. */
final class Rendering {
    static final Path CHART = Path.of("attention-futures-market");
    static final String RELEASE = "lab";
    static final String NAMESPACE = "market";

    /** The oldest Kubernetes that the chart is for. */
    static final String KUBERNETES = "1.25.0";

    /** How to bring files of the chart that follow others up to date. */
    static final String HOW_TO_WRITE =
            "write it with: mvn -pl helm -am test -Dtest='io.attentionfutures.helm.*Test'"
                    + " -Dsurefire.failIfNoSpecifiedTests=false -Dhelm.write=true";

    static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final List<JsonNode> resources;

    private Rendering(List<JsonNode> resources) {
        this.resources = resources;
    }

    /**
     * Renders one of the value sets, with values laid over it.
     *
     * @param set name of the set, as in {@code values-<set>.yaml}
     * @param overlay further values as YAML; may be empty
     * @throws IllegalStateException if Helm refuses, with its message
     */
    static Rendering of(String set, String overlay) {
        return of(CHART, set, overlay);
    }

    /** Renders one of the value sets, with values laid over it, of a copy of the chart. */
    static Rendering of(Path chart, String set, String overlay) {
        try {
            Path file = Files.createTempFile("values", ".yaml");
            try {
                Files.writeString(file, overlay);
                TemplateCommand command =
                        new Helm(chart)
                                .template()
                                .withName(RELEASE)
                                .withNamespace(NAMESPACE)
                                .withKubeVersion(KUBERNETES)
                                .withValuesFile(chart.resolve("values-" + set + ".yaml"))
                                .withValuesFile(file);
                return new Rendering(parse(command.call()));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot render the set " + set, e);
        }
    }

    /** Renders one of the value sets as it is. */
    static Rendering of(String set) {
        return of(set, "");
    }

    private static List<JsonNode> parse(String manifests) throws IOException {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(manifests)) {
            return documents.readAll().stream().filter(node -> node.isObject()).toList();
        }
    }

    List<JsonNode> resources() {
        return resources;
    }

    List<JsonNode> all(String kind) {
        return resources.stream().filter(node -> node.path("kind").asText().equals(kind)).toList();
    }

    /** Returns the one resource of that kind. */
    JsonNode only(String kind) {
        List<JsonNode> found = all(kind);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " resources of kind " + kind + ", not one");
        }
        return found.get(0);
    }

    /** Returns a Flink option of the FlinkDeployment; null where it is not set. */
    String flinkOption(String key) {
        return only("FlinkDeployment").at("/spec/flinkConfiguration").path(key).textValue();
    }

    /** Returns the pod template that JobManager and TaskManagers share. */
    JsonNode podTemplate() {
        return only("FlinkDeployment").at("/spec/podTemplate");
    }

    static String describe(JsonNode resource) {
        return resource.path("kind").asText() + " " + resource.at("/metadata/name").asText();
    }
}
