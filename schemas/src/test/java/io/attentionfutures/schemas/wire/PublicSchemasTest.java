package io.attentionfutures.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.schemas.Topic;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

class PublicSchemasTest {
    @Test
    void noTwoSchemasShareAnId() throws RegistryException {
        Map<Integer, Schema> seen = new HashMap<>();
        for (Topic topic : Topic.values()) {
            for (Schema schema : PublicSchemas.versions(topic)) {
                Schema other = seen.put(PublicSchemas.id(schema), schema);
                assertThat(other == null || other.equals(schema)).as(schema.getName()).isTrue();
                assertThat(PublicSchemas.ownIds().byId(PublicSchemas.id(schema))).contains(schema);
            }
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(Topic.values().length);
    }

    @Test
    void othersSeeWhatIsWrittenWithoutWhatConcernsJava() {
        for (Topic topic : Topic.values()) {
            Schema current = PublicSchemas.current(topic);
            assertThat(current.toString()).doesNotContain("java").contains("\"doc\"");
            assertThat(SchemaNormalization.parsingFingerprint64(current))
                    .isEqualTo(
                            SchemaNormalization.parsingFingerprint64(
                                    SpecificData.get().getSchema(topic.record())));
        }
    }

    @Test
    void logicalTypesAndDefaultsStay() {
        String price = PublicSchemas.current(Topic.PRICES).toString();
        assertThat(price).contains("timestamp-millis").contains("\"default\"");
        assertThat(PublicSchemas.current(Topic.STATEMENTS).toString()).contains("\"decimal\"");
    }

    @Test
    void subjectsAreNamedAfterTheirTopics() {
        Set<Topic> topics = new HashSet<>();
        for (Topic topic : Topic.values()) {
            PublicSchemas.topicOf(PublicSchemas.subject(topic.topicName())).ifPresent(topics::add);
        }
        assertThat(topics).containsExactlyInAnyOrder(Topic.values());
        assertThat(PublicSchemas.topicOf("afm.orders.alice-value")).contains(Topic.ORDERS);
        assertThat(PublicSchemas.topicOf("afm.prices-key")).isEmpty();
    }

    @Test
    void addressesAreChecked() {
        assertThat(RegistryAccess.of("http://a:1/x/, https://b", Map.of()).addresses())
                .isEqualTo(List.of("http://a:1/x", "https://b"));
        for (String wrong : List.of("", "registry:8080", "ftp://a", "http://", "http://u:p@host")) {
            assertThatThrownBy(() -> RegistryAccess.of(wrong, Map.of()))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("schema registry");
        }
    }

    @Test
    void propertiesOfTheRegistryAreTakenAndNotShown() {
        RegistryAccess access =
                RegistryAccess.of(
                        "http://a",
                        Map.of(
                                "schema.registry.basic.auth.user.info",
                                "me:secret",
                                "sasl.jaas.config",
                                "x"));
        assertThat(access.properties()).isEqualTo(Map.of("basic.auth.user.info", "me:secret"));
        assertThat(access.toString()).isEqualTo("http://a");
    }
}
