package io.attentionfutures.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.schemas.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReleasedSchemasTest {
    /** Topics that are not in any release yet; the next freeze empties this. */
    private static final Set<Topic> UNRELEASED =
            EnumSet.of(
                    Topic.COLLATERAL,
                    Topic.DIRECTIVES,
                    Topic.MODELS,
                    Topic.MODEL_DECISIONS,
                    Topic.RETRAINING,
                    Topic.STATEMENTS,
                    Topic.SURVEILLANCE,
                    Topic.AUDIT);

    private static final Path RESOURCES = Path.of("src/main/resources/released");

    @ParameterizedTest
    @EnumSource(Topic.class)
    void everyVersionReadsEveryOther(Topic topic) {
        Schema today = schema(topic);
        List<Schema> versions = new ArrayList<>(ReleasedSchemas.of(today.getName()));
        assertThat(versions.isEmpty())
                .as("%s has no released version", today.getName())
                .isEqualTo(UNRELEASED.contains(topic));
        versions.add(today);
        for (Schema reader : versions) {
            for (Schema writer : versions) {
                assertThat(
                                SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                                        .getType())
                        .as("%s reads what was written with %s", reader, writer)
                        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void everyFieldIsDocumented(Topic topic) {
        Schema schema = schema(topic);
        assertThat(schema.getDoc()).contains("Topic `" + topic.topicName()).isNotBlank();
        for (Schema.Field field : schema.getFields()) {
            assertThat(field.doc()).as(schema.getName() + "." + field.name()).isNotBlank();
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "schemas.freeze", matches = "\\d+\\.\\d+\\.\\d+")
    void freezesTodaysSchemas() throws IOException {
        String version = System.getProperty("schemas.freeze");
        TreeSet<String> index = new TreeSet<>(ReleasedSchemas.index());
        Files.createDirectories(RESOURCES.resolve(version));
        for (Topic topic : Topic.values()) {
            Schema schema = schema(topic);
            String path = version + "/" + schema.getName() + ".avsc";
            Files.writeString(RESOURCES.resolve(path), schema.toString(true) + "\n");
            index.add(path);
        }
        Files.writeString(RESOURCES.resolve("index.txt"), String.join("\n", index) + "\n");
        assertThat(Arrays.asList(Topic.values())).hasSizeLessThanOrEqualTo(index.size());
    }

    private static Schema schema(Topic topic) {
        return SpecificData.get().getSchema(topic.record());
    }
}
