package io.attentionfutures.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rendered resource fits the schema of its kind, and these schemas find mistakes. */
class ResourceSchemasTest {
    /** Everything that can be switched on, laid over the highly available set. */
    private static final String EVERYTHING =
            """
            image: {pullSecrets: [registry-login]}
            flink:
              configuration: {taskmanager.memory.network.max: 256m, rest.flamegraph.enabled: true}
            kafka:
              properties: {client.dns.lookup: use_all_dns_ips, max.partition.fetch.bytes: 1048576}
              topics: {accounts: [alice, Team_B]}
            model: {volume: {create: true}}
            state: {volume: {create: true, storageClassName: fast}}
            gpu:
              enabled: true
              image: {repository: registry.example.com/market}
              nodeSelector: {accelerator: l4}
              tolerations: [{key: nvidia.com/gpu, operator: Exists, effect: NoSchedule}]
            pods:
              annotations: {example.com/team: market}
              nodeSelector: {kubernetes.io/arch: amd64}
              tolerations: [{key: spot, operator: Equal, value: "no", effect: NoExecute}]
              priorityClassName: high
              secretEnv: [{name: AWS_ACCESS_KEY_ID, secret: bucket, key: id}]
            serviceAccount: {annotations: {example.com/role: market}}
            networkPolicy:
              restrictEgress: true
              restFrom: [{ipBlock: {cidr: 10.0.0.0/8}}]
              egress: [{to: [{namespaceSelector: {}}], ports: [{port: 9093, protocol: TCP}]}]
            options: {afm.demand.period: 30 min, afm.demand.retire-after: 10000000}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "ha", "gpu"})
    void eachResourceOfEachSetFitsItsSchema(String set) {
        for (JsonNode resource : Rendering.of(set).resources()) {
            assertThat(ResourceSchemas.check(resource)).as(Rendering.describe(resource)).isEmpty();
        }
    }

    @Test
    void everythingSwitchedOnFitsItsSchema() {
        Rendering everything = Rendering.of("ha", EVERYTHING);

        assertThat(everything.all("PersistentVolumeClaim")).hasSize(2);
        for (JsonNode resource : everything.resources()) {
            assertThat(ResourceSchemas.check(resource)).as(Rendering.describe(resource)).isEmpty();
        }
    }

    @Test
    void theMarketsOwnRegistryFitsItsSchemaAndIsRestricted() {
        Rendering serving = Rendering.of("minimal", "registry: {serve: true}");
        JsonNode deployment = serving.only("Deployment");

        assertThat(ResourceSchemas.check(deployment)).isEmpty();
        assertThat(ResourceSchemas.check(serving.only("Service"))).isEmpty();
        assertThat(PodSecurity.violations(deployment.at("/spec/template/spec"))).isEmpty();
        assertThat(serving.only("Service").at("/spec/selector"))
                .isEqualTo(deployment.at("/spec/template/metadata/labels"));
    }

    @ParameterizedTest
    @CsvSource({
        "FlinkDeployment, /spec, paralelism, paralelism",
        "FlinkDeployment, /spec/job, upgradMode, upgradMode",
        "FlinkDeployment, /spec/taskManager/resource, memry, memry",
        "FlinkDeployment, /spec/podTemplate/spec, tolerationz, tolerationz",
        "FlinkDeployment, /spec/podTemplate/spec/containers/0, images, images",
        "KafkaTopic, /spec, partitionz, partitionz",
        "KafkaTopic, /metadata, labelz, labelz",
        "NetworkPolicy, /spec/ingress/0, form, form",
        "PodMonitor, /spec/podMetricsEndpoints/0, intervall, intervall",
        "PrometheusRule, /spec, grups, grups",
        "PodDisruptionBudget, /spec, maxUnavailabel, maxUnavailabel",
        "Role, /rules/0, verb, verb",
    })
    void aMisspeltFieldIsFound(String kind, String place, String field, String named) {
        JsonNode resource = Rendering.of("ha").all(kind).get(0).deepCopy();
        ((ObjectNode) resource.at(place)).put(field, "x");

        assertThat(ResourceSchemas.check(resource)).anyMatch(mistake -> mistake.contains(named));
    }

    @ParameterizedTest
    @CsvSource({
        "FlinkDeployment, /spec, flinkVersion, v9_9",
        "FlinkDeployment, /spec/job, parallelism, many",
        "FlinkDeployment, /spec/job, upgradeMode, sometimes",
        "KafkaTopic, /spec, partitions, many",
        "PodMonitor, /spec, podMetricsEndpoints, metrics",
        "Role, /rules/0, verbs, get",
    })
    void aValueOfTheWrongTypeIsFound(String kind, String place, String field, String value) {
        JsonNode resource = Rendering.of("ha").all(kind).get(0).deepCopy();
        ((ObjectNode) resource.at(place)).put(field, value);

        assertThat(ResourceSchemas.check(resource)).isNotEmpty();
    }

    @Test
    void aResourceOfAKindWithoutSchemaIsFound() {
        JsonNode unknown = Rendering.of("minimal").only("Role").deepCopy();
        ((ObjectNode) unknown).put("kind", "Roll");

        assertThat(ResourceSchemas.check(unknown)).anyMatch(mistake -> mistake.contains("Roll"));
    }
}
