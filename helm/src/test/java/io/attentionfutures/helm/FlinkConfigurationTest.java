package io.attentionfutures.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Values become Flink options, all of them text. */
class FlinkConfigurationTest {
    @Test
    void stateIsInRocksDbWithIncrementalExactlyOnceCheckpoints() {
        Rendering minimal = Rendering.of("minimal");

        assertThat(minimal.flinkOption("state.backend.type")).isEqualTo("rocksdb");
        assertThat(minimal.flinkOption("execution.checkpointing.incremental")).isEqualTo("true");
        assertThat(minimal.flinkOption("execution.checkpointing.mode")).isEqualTo("EXACTLY_ONCE");
        assertThat(minimal.flinkOption("execution.checkpointing.dir"))
                .isEqualTo("file:///state/checkpoints");
        assertThat(minimal.flinkOption("execution.checkpointing.savepoint-dir"))
                .isEqualTo("file:///state/savepoints");
        assertThat(minimal.flinkOption("high-availability.type")).isNull();
    }

    @Test
    void highAvailabilityIsKubernetesOwn() {
        Rendering ha = Rendering.of("ha");

        assertThat(ha.flinkOption("high-availability.type")).isEqualTo("kubernetes");
        assertThat(ha.flinkOption("high-availability.storageDir"))
                .isEqualTo("s3://attention-futures-market/high-availability");
        assertThat(ha.flinkOption("kubernetes.operator.periodic.savepoint.interval"))
                .isEqualTo("6h");
    }

    @Test
    void memoryIsLeftForScoringLibraries() {
        assertThat(Rendering.of("minimal").flinkOption("taskmanager.memory.task.off-heap.size"))
                .isEqualTo("512m");
    }

    @Test
    void aGraphicsProcessorIsAskedForUnderTheNameThatTheJobLooksFor() {
        Rendering gpu = Rendering.of("gpu");

        assertThat(gpu.flinkOption("external-resources")).isEqualTo("gpu");
        assertThat(gpu.flinkOption("external-resource.gpu.amount")).isEqualTo("1");
        assertThat(gpu.flinkOption("external-resource.gpu.kubernetes.config-key"))
                .isEqualTo("nvidia.com/gpu");
        assertThat(gpu.only("FlinkDeployment").at("/spec/image").asText())
                .matches("registry\\.example\\.com/attention-futures-market:[0-9.]+.*-cuda");
        assertThat(
                        gpu.only("FlinkDeployment")
                                .at("/spec/taskManager/podTemplate/spec/tolerations/0/key")
                                .asText())
                .isEqualTo("nvidia.com/gpu");
    }

    @Test
    void theJobsOptionsAreFlinkOptions() {
        Rendering rendering =
                Rendering.of(
                        "minimal",
                        """
                        options: {afm.demand.period: 30 min, afm.demand.retire-after: 10000000}
                        kafka: {properties: {max.partition.fetch.bytes: 1048576, client.id: job}}
                        registry: {url: "http://registry:8080", singleObjectTopics: [afm.prices, afm.depth]}
                        """);

        assertThat(rendering.flinkOption("afm.demand.period")).isEqualTo("30 min");
        assertThat(rendering.flinkOption("afm.demand.retire-after")).isEqualTo("10000000");
        assertThat(rendering.flinkOption("afm.kafka.bootstrap-servers")).isEqualTo("kafka:9092");
        assertThat(rendering.flinkOption("afm.kafka.properties"))
                .isEqualTo("client.id:job,max.partition.fetch.bytes:1048576");
        assertThat(rendering.flinkOption("afm.registry.url")).isEqualTo("http://registry:8080");
        assertThat(rendering.flinkOption("afm.wire.single-object-topics"))
                .isEqualTo("afm.prices;afm.depth");
    }

    @Test
    void whatIsUniqueOnTheKafkaClusterComesFromNamespaceAndName() {
        Rendering rendering = Rendering.of("minimal");

        assertThat(rendering.flinkOption("afm.sink.transactional-id-prefix"))
                .isEqualTo("market-lab-attention-futures-market");
        assertThat(rendering.flinkOption("afm.kafka.group-id"))
                .isEqualTo("market-lab-attention-futures-market");
    }

    @Test
    void furtherFlinkOptionsWin() {
        Rendering rendering =
                Rendering.of(
                        "minimal",
                        "flink: {configuration: {restart-strategy.type: none, rest.port: 8082}}");

        assertThat(rendering.flinkOption("restart-strategy.type")).isEqualTo("none");
        assertThat(rendering.flinkOption("rest.port")).isEqualTo("8082");
    }

    @Test
    void everyFlinkOptionIsText() {
        JsonNode options =
                Rendering.of("ha").only("FlinkDeployment").at("/spec/flinkConfiguration");

        assertThat(options.properties()).isNotEmpty();
        assertThat(options).allMatch(JsonNode::isTextual);
    }

    @Test
    void kafkasSecretsAreMountedAndNotWrittenDown() {
        Rendering ha = Rendering.of("ha");

        assertThat(ha.flinkOption("afm.kafka.properties-file"))
                .isEqualTo("/etc/afm/kafka/client.properties");
        assertThat(ha.podTemplate().at("/spec/volumes/0/secret/secretName").asText())
                .isEqualTo("attention-futures-market-kafka");
        assertThat(ha.podTemplate().at("/spec/containers/0/volumeMounts/0/mountPath").asText())
                .isEqualTo("/etc/afm/kafka");
    }

    @Test
    void scoringUsesOneThreadForEachCall() {
        assertThat(Rendering.of("minimal").podTemplate().at("/spec/containers/0/env"))
                .anySatisfy(
                        variable -> {
                            assertThat(variable.path("name").asText()).isEqualTo("OMP_NUM_THREADS");
                            assertThat(variable.path("value").asText()).isEqualTo("1");
                        });
    }
}
