package io.attentionfutures.local.registry;

import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.PublicSchemas;
import io.attentionfutures.schemas.wire.RegistryException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** What the market's own registry answers to the calls of the Confluent API that readers make. */
final class OwnRegistry {
    private static final String SUBJECTS = "subjects";
    private static final String VERSIONS = "versions";

    private OwnRegistry() {}

    /** Answers {@code GET}. */
    static Object get(List<String> path) throws RegistryFault {
        if (path.isEmpty()) {
            return Map.of();
        }
        return switch (path.get(0)) {
            case SUBJECTS -> subjects(path);
            case "schemas" -> schemas(path);
            case "config" -> Map.of("compatibilityLevel", PublicSchemas.COMPATIBILITY);
            case "mode" -> Map.of("mode", "READONLY");
            default -> throw RegistryFault.unknownPath();
        };
    }

    /** Answers {@code POST}: finds a schema that is there; registers nothing. */
    static Object find(List<String> path, String text) throws RegistryFault {
        String subject = path.get(1);
        boolean registration = path.size() == 3 && path.get(2).equals(VERSIONS);
        if (path.size() != 2 && !registration) {
            throw RegistryFault.unknownPath();
        }
        List<Schema> versions = PublicSchemas.versions(topic(subject));
        int id;
        try {
            id = PublicSchemas.id(new Schema.Parser().parse(text));
        } catch (SchemaParseException e) {
            throw RegistryFault.invalidSchema(e.getMessage());
        }
        int index =
                IntStream.range(0, versions.size())
                        .filter(i -> PublicSchemas.id(versions.get(i)) == id)
                        .findFirst()
                        .orElse(-1);
        if (index < 0) {
            throw registration ? RegistryFault.readOnly() : RegistryFault.unknownSchema();
        }
        return registration ? Map.of("id", id) : version(subject, index, versions);
    }

    private static Object subjects(List<String> path) throws RegistryFault {
        if (path.size() == 1) {
            return Arrays.stream(Topic.values())
                    .map(topic -> PublicSchemas.subject(topic.topicName()))
                    .sorted()
                    .toList();
        }
        List<Schema> versions = PublicSchemas.versions(topic(path.get(1)));
        if (path.size() < 3 || !path.get(2).equals(VERSIONS)) {
            throw RegistryFault.unknownPath();
        }
        if (path.size() == 3) {
            return IntStream.rangeClosed(1, versions.size()).boxed().toList();
        }
        int index = index(path.get(3), versions.size());
        if (path.size() == 4) {
            return version(path.get(1), index, versions);
        }
        if (path.size() == 5 && path.get(4).equals("schema")) {
            return versions.get(index).toString();
        }
        throw RegistryFault.unknownPath();
    }

    private static Object schemas(List<String> path) throws RegistryFault {
        if (path.size() == 2 && path.get(1).equals("types")) {
            return List.of("AVRO");
        }
        if (path.size() != 3 || !path.get(1).equals("ids")) {
            throw RegistryFault.unknownPath();
        }
        try {
            Optional<Schema> schema = PublicSchemas.ownIds().byId(Integer.parseInt(path.get(2)));
            return Map.of("schema", schema.orElseThrow(RegistryFault::unknownSchema).toString());
        } catch (NumberFormatException | RegistryException e) {
            throw RegistryFault.unknownSchema();
        }
    }

    private static Topic topic(String subject) throws RegistryFault {
        return PublicSchemas.topicOf(subject)
                .orElseThrow(() -> RegistryFault.unknownSubject(subject));
    }

    private static int index(String version, int count) throws RegistryFault {
        if (version.equals("latest") || version.equals("-1")) {
            return count - 1;
        }
        try {
            int number = Integer.parseInt(version);
            if (number >= 1 && number <= count) {
                return number - 1;
            }
        } catch (NumberFormatException e) {
            throw RegistryFault.unknownVersion(version);
        }
        throw RegistryFault.unknownVersion(version);
    }

    private static Map<String, Object> version(String subject, int index, List<Schema> versions) {
        Schema schema = versions.get(index);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("subject", subject);
        answer.put("version", index + 1);
        answer.put("id", PublicSchemas.id(schema));
        answer.put("schema", schema.toString());
        return answer;
    }
}
