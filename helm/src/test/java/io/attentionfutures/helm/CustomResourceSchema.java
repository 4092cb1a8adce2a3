package io.attentionfutures.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A custom resource's schema, as strict as an API server that is asked to refuse unknown fields:
 * the definition's own schema only drops them.
 */
final class CustomResourceSchema {
    /** The newest FlinkVersion that the operator's API on Maven Central knows is v1_20. */
    private static final String[] FLINK_VERSIONS_SINCE = {"v2_0", "v2_1", "v2_2", "v2_3"};

    private final JsonSchema schema;

    private CustomResourceSchema(JsonNode schema) {
        this.schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    }

    /**
     * Reads FlinkDeployment's definition from the operator's API, with the Flink versions since.
     */
    static CustomResourceSchema flinkDeployment() {
        JsonNode schema = read("META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml");
        ArrayNode versions = (ArrayNode) schema.at("/properties/spec/properties/flinkVersion/enum");
        for (String version : FLINK_VERSIONS_SINCE) {
            versions.add(version);
        }
        ObjectNode properties = (ObjectNode) schema.path("properties");
        for (String standard : List.of("apiVersion", "kind")) {
            properties.putObject(standard).put("type", "string");
        }
        properties.putObject("metadata").put("type", "object");
        harden(schema);
        return new CustomResourceSchema(schema);
    }

    private static JsonNode read(String resource) {
        ClassLoader loader = CustomResourceSchema.class.getClassLoader();
        try (InputStream in = loader.getResourceAsStream(resource)) {
            return Rendering.YAML.readTree(in).at("/spec/versions/0/schema/openAPIV3Schema");
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + resource, e);
        }
    }

    /** Refuses unknown fields, and reads Kubernetes' int-or-string. */
    private static void harden(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.path("properties").isObject()
                    && !object.has("additionalProperties")
                    && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
                object.put("additionalProperties", false);
            }
            if (object.path("x-kubernetes-int-or-string").asBoolean()) {
                object.putArray("type").add("integer").add("string");
                object.remove("anyOf");
            }
        }
        node.forEach(CustomResourceSchema::harden);
    }

    /** Returns what is wrong with a resource, each with its place. */
    List<String> check(JsonNode resource) {
        return schema.validate(resource).stream().map(ValidationMessage::toString).toList();
    }
}
