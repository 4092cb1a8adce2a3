package io.attentionfutures.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Kubernetes' pod security standard "restricted", each of its rules that can concern a Linux pod
 * here.
 */
final class PodSecurity {
    private static final Set<String> ALLOWED_VOLUMES =
            Set.of(
                    "configMap",
                    "csi",
                    "downwardAPI",
                    "emptyDir",
                    "ephemeral",
                    "persistentVolumeClaim",
                    "projected",
                    "secret");

    private PodSecurity() {}

    /** Returns the rules that a pod's specification breaks. */
    static List<String> violations(JsonNode pod) {
        List<String> violations = new ArrayList<>();
        JsonNode context = pod.path("securityContext");
        for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
            if (pod.path(host).asBoolean()) {
                violations.add(host);
            }
        }
        if (!context.path("runAsNonRoot").asBoolean() || context.path("runAsUser").asInt() == 0) {
            violations.add("runAsNonRoot");
        }
        if (!context.at("/seccompProfile/type").asText().equals("RuntimeDefault")) {
            violations.add("seccompProfile");
        }
        for (JsonNode volume : pod.path("volumes")) {
            volume.fieldNames()
                    .forEachRemaining(
                            field -> {
                                if (!field.equals("name") && !ALLOWED_VOLUMES.contains(field)) {
                                    violations.add("volume " + field);
                                }
                            });
        }
        for (String containers : List.of("initContainers", "containers")) {
            pod.path(containers).forEach(container -> violations.addAll(ofContainer(container)));
        }
        return violations;
    }

    private static List<String> ofContainer(JsonNode container) {
        List<String> violations = new ArrayList<>();
        JsonNode context = container.path("securityContext");
        if (context.path("privileged").asBoolean()) {
            violations.add("privileged");
        }
        if (context.path("allowPrivilegeEscalation").asBoolean(true)) {
            violations.add("allowPrivilegeEscalation");
        }
        if (!context.at("/capabilities/drop/0").asText().equals("ALL")
                || !context.at("/capabilities/add").isMissingNode()) {
            violations.add("capabilities");
        }
        container
                .path("ports")
                .forEach(
                        port -> {
                            if (port.has("hostPort")) {
                                violations.add("hostPort");
                            }
                        });
        return violations;
    }
}
