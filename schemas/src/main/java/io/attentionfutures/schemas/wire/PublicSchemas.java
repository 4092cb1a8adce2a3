package io.attentionfutures.schemas.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attentionfutures.schemas.Topic;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;

/**
 * The market's schemas as others see them: every released version and today's, without what only
 * concerns this project's classes, and with the ids that the market's own registry gives them.
 */
public final class PublicSchemas {
    /** What a registry is to demand of all versions of a subject. */
    public static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private static final String JAVA_STRING = "avro.java.string";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUBJECT_SUFFIX = "-value";
    private static final Map<Topic, List<Schema>> VERSIONS = allVersions();
    private static final Map<Integer, Schema> BY_ID = byId();

    private PublicSchemas() {}

    /** Returns the subject of a topic's values. */
    public static String subject(String topicName) {
        return topicName + SUBJECT_SUFFIX;
    }

    /** Returns the topic whose values a subject is about, if it is one of the market. */
    public static Optional<Topic> topicOf(String subject) {
        return subject.endsWith(SUBJECT_SUFFIX)
                ? Topic.of(subject.substring(0, subject.length() - SUBJECT_SUFFIX.length()))
                : Optional.empty();
    }

    /** Returns the versions of a topic's values, oldest first; the last one is today's. */
    public static List<Schema> versions(Topic topic) {
        return VERSIONS.get(topic);
    }

    private static Map<Topic, List<Schema>> allVersions() {
        Map<Topic, List<Schema>> all = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            all.put(topic, readVersions(topic));
        }
        return all;
    }

    private static List<Schema> readVersions(Topic topic) {
        Schema current = SpecificData.get().getSchema(topic.record());
        List<Schema> versions = new ArrayList<>(ReleasedSchemas.of(current.getName()));
        long today = SchemaNormalization.parsingFingerprint64(current);
        versions.removeIf(old -> SchemaNormalization.parsingFingerprint64(old) == today);
        versions.add(current);
        return versions.stream().map(PublicSchemas::published).toList();
    }

    /** Returns the version of a topic's values that is written today. */
    public static Schema current(Topic topic) {
        List<Schema> versions = versions(topic);
        return versions.get(versions.size() - 1);
    }

    /**
     * Returns the id that the market's own registry gives a schema: 31 bits of its fingerprint, and
     * so the same wherever it runs.
     */
    public static int id(Schema schema) {
        return (int) (SchemaNormalization.parsingFingerprint64(schema) & Integer.MAX_VALUE);
    }

    /** Finds the market's schemas by the ids that its own registry gives them. */
    public static SchemaLookup ownIds() {
        return id -> Optional.ofNullable(BY_ID.get(id));
    }

    private static Map<Integer, Schema> byId() {
        Map<Integer, Schema> all = new HashMap<>();
        for (List<Schema> versions : VERSIONS.values()) {
            versions.forEach(schema -> all.put(id(schema), schema));
        }
        return Map.copyOf(all);
    }

    private static Schema published(Schema schema) {
        try {
            JsonNode tree = JSON.readTree(schema.toString());
            return new Schema.Parser().parse(withoutJava(tree).toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schema is no JSON: " + schema.getFullName(), e);
        }
    }

    private static JsonNode withoutJava(JsonNode node) {
        if (node instanceof ObjectNode object && object.remove(JAVA_STRING) != null) {
            return object.size() == 1 ? object.get("type") : object;
        }
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                object.set(field.getKey(), withoutJava(field.getValue()));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, withoutJava(array.get(i)));
            }
        }
        return node;
    }
}
