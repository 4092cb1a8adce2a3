package io.attentionfutures.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Role;
import io.kubernetes.client.openapi.models.V1RoleBinding;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Kubernetes' own OpenAPI schema, by the checks generated from it in its Java client: unknown
 * fields, missing ones and wrong types.
 */
final class KubernetesSchema {
    /** A generated check. */
    @FunctionalInterface
    interface Check {
        void accept(JsonElement resource) throws IOException;
    }

    private static final Map<String, Check> CHECKS =
            Map.ofEntries(
                    entry("apps/v1 Deployment", V1Deployment::validateJsonElement),
                    entry("batch/v1 Job", V1Job::validateJsonElement),
                    entry(
                            "networking.k8s.io/v1 NetworkPolicy",
                            V1NetworkPolicy::validateJsonElement),
                    entry(
                            "policy/v1 PodDisruptionBudget",
                            V1PodDisruptionBudget::validateJsonElement),
                    entry("rbac.authorization.k8s.io/v1 Role", V1Role::validateJsonElement),
                    entry(
                            "rbac.authorization.k8s.io/v1 RoleBinding",
                            V1RoleBinding::validateJsonElement),
                    entry("v1 ConfigMap", V1ConfigMap::validateJsonElement),
                    entry("v1 PersistentVolumeClaim", V1PersistentVolumeClaim::validateJsonElement),
                    entry("v1 Pod", V1Pod::validateJsonElement),
                    entry("v1 Service", V1Service::validateJsonElement),
                    entry("v1 ServiceAccount", V1ServiceAccount::validateJsonElement));

    private KubernetesSchema() {}

    private static Map.Entry<String, Check> entry(String type, Check check) {
        return Map.entry(type, check);
    }

    /** Whether Kubernetes itself has such a resource, and this knows it. */
    static boolean knows(JsonNode resource) {
        return CHECKS.containsKey(type(resource));
    }

    /** Returns what is wrong with a resource; at most the first mistake. */
    static List<String> check(JsonNode resource) {
        return run(CHECKS.get(type(resource)), resource);
    }

    /** Returns what is wrong with metadata; at most the first mistake. */
    static List<String> checkMetadata(JsonNode metadata) {
        return run(V1ObjectMeta::validateJsonElement, metadata);
    }

    private static List<String> run(Check check, JsonNode node) {
        try {
            check.accept(JsonParser.parseString(node.toString()));
            return List.of();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (IllegalArgumentException e) {
            return List.of(e.getMessage());
        }
    }

    private static String type(JsonNode resource) {
        return resource.path("apiVersion").asText() + " " + resource.path("kind").asText();
    }
}
