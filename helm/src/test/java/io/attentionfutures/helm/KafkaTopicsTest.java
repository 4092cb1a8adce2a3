package io.attentionfutures.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.attentionfutures.schemas.Topic;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The chart's topics are those of the schemas, kept as they say. */
class KafkaTopicsTest {
    private static final Path TOPICS = Rendering.CHART.resolve("files/topics.yaml");
    private static final String CREATED =
            """
            kafka:
              topics: {create: true, cluster: strimzi, namespace: kafka, partitions: 6, accounts: [alice, Team_B]}
            """;

    @Test
    void theFileOfTopicsIsWhatTheSchemasSay() throws IOException {
        StringBuilder expected =
                new StringBuilder(
                        "# The market's topics, as in schemas; a test keeps them equal, and writes this"
                                + " file with -Dhelm.write=true.\n");
        for (Topic topic : Topic.values()) {
            expected.append("- name: %s\n".formatted(topic.topicName()));
            expected.append("  input: %s\n".formatted(topic.input()));
            expected.append("  compacted: %s\n".formatted(topic.compacted()));
            expected.append("  retentionDays: %d\n".formatted(topic.retentionDays()));
        }
        if (Boolean.getBoolean("helm.write")) {
            Files.writeString(TOPICS, expected);
        }

        assertThat(Files.readString(TOPICS))
                .as(Rendering.HOW_TO_WRITE)
                .isEqualTo(expected.toString());
    }

    @Test
    void eachTopicIsKeptAsTheSchemasSay() {
        Map<String, JsonNode> topics = byName(Rendering.of("minimal", CREATED));

        for (Topic topic : Topic.values()) {
            JsonNode spec = topics.get(topic.topicName()).path("spec");
            JsonNode config = spec.path("config");
            assertThat(config.path("cleanup.policy").asText())
                    .as(topic.topicName())
                    .isEqualTo(topic.compacted() ? "compact" : "delete");
            assertThat(config.path("retention.ms").asLong())
                    .as(topic.topicName())
                    .isEqualTo(Duration.ofDays(topic.retentionDays()).toMillis());
            assertThat(config.path("message.timestamp.type").asText())
                    .as(topic.topicName())
                    .isEqualTo(topic.input() ? "LogAppendTime" : "");
            assertThat(spec.path("partitions").asInt())
                    .as(topic.topicName())
                    .isEqualTo(topic.compacted() ? 1 : 6);
        }
    }

    @Test
    void accountsGetOrderTopicsOfTheirOwnThatAreKeptLikeOrders() {
        Map<String, JsonNode> topics = byName(Rendering.of("minimal", CREATED));

        assertThat(topics).hasSize(Topic.values().length + 2);
        for (String account : List.of("alice", "Team_B")) {
            assertThat(topics.get("afm.orders." + account).at("/spec/config"))
                    .isEqualTo(topics.get("afm.orders").at("/spec/config"));
        }
        assertThat(topics.get("afm.orders.Team_B").at("/metadata/name").asText())
                .startsWith("afm.orders.team-b-");
    }

    @Test
    void topicsAreInKafkasNamespaceAndOutliveTheRelease() {
        JsonNode metadata =
                byName(Rendering.of("minimal", CREATED)).get("afm.prices").path("metadata");

        assertThat(metadata.path("namespace").asText()).isEqualTo("kafka");
        assertThat(metadata.path("labels").path("strimzi.io/cluster").asText())
                .isEqualTo("strimzi");
        assertThat(metadata.path("annotations").properties())
                .map(annotation -> entry(annotation.getKey(), annotation.getValue().asText()))
                .containsExactly(entry("helm.sh/resource-policy", "keep"));
    }

    @Test
    void theResourcesVersionIsOneThatStrimziKnows() {
        String version =
                byName(Rendering.of("minimal", CREATED))
                        .get("afm.prices")
                        .path("apiVersion")
                        .asText();

        assertThat(KafkaTopic.VERSIONS).contains(version.substring(version.indexOf('/') + 1));
    }

    private static Map<String, JsonNode> byName(Rendering rendering) {
        Map<String, JsonNode> topics = new HashMap<>();
        for (JsonNode topic : rendering.all("KafkaTopic")) {
            assertThat(topics.put(topic.at("/spec/topicName").asText(), topic)).isNull();
        }
        return topics;
    }
}
