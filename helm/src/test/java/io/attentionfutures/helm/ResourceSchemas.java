package io.attentionfutures.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Every resource is held against the schema of its kind; a kind without one is a mistake. */
final class ResourceSchemas {
    private static final CustomResourceSchema FLINK_DEPLOYMENT =
            CustomResourceSchema.flinkDeployment();

    private ResourceSchemas() {}

    /** Returns what is wrong with a resource. */
    static List<String> check(JsonNode resource) {
        List<String> mistakes =
                new ArrayList<>(KubernetesSchema.checkMetadata(resource.path("metadata")));
        if (KubernetesSchema.knows(resource)) {
            mistakes.addAll(KubernetesSchema.check(resource));
        } else if (ModelSchema.knows(resource)) {
            mistakes.addAll(ModelSchema.check(resource));
        } else if (resource.path("kind").asText().equals("FlinkDeployment")) {
            mistakes.addAll(FLINK_DEPLOYMENT.check(resource));
            mistakes.addAll(KubernetesSchema.check(resource.at("/spec/podTemplate")));
        } else {
            mistakes.add("no schema for " + Rendering.describe(resource));
        }
        return mistakes;
    }
}
