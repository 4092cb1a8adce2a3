package io.attentionfutures.schemas.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/**
 * Speaks to a schema registry with the Confluent API. Thread-safe.
 *
 * <p>The paths, fields and error codes are those of the <a
 * href="https://docs.confluent.io/platform/current/schema-registry/develop/api.html">Schema
 * Registry API reference</a>.
 */
public final class RegistryClient {
    /** What the API's requests and answers are. */
    public static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NOT_FOUND = 404;

    private final RegistryAccess access;
    private final HttpClient http;
    private final Optional<String> authorization;

    /**
     * Makes a client; nothing is sent.
     *
     * @throws RegistryException if a login or store cannot be used
     */
    public RegistryClient(RegistryAccess access) throws RegistryException {
        this.access = access;
        this.http = RegistryLogin.client(access, LIMIT);
        this.authorization = RegistryLogin.authorization(access);
    }

    /** Returns the schema of an id, or nothing if it is unknown or no Avro. */
    public Optional<Schema> byId(int id) throws RegistryException {
        Optional<JsonNode> found = ask("GET", "/schemas/ids/" + id, null);
        if (found.isEmpty() || !found.get().path("schemaType").asText("AVRO").equals("AVRO")) {
            return Optional.empty();
        }
        return Optional.of(parse(found.get().path("schema").asText()));
    }

    /** Returns the schemas of a subject by id; none if the subject is unknown. */
    public Map<Integer, Schema> versions(String subject) throws RegistryException {
        Map<Integer, Schema> schemas = new TreeMap<>();
        Optional<JsonNode> versions = ask("GET", path(subject) + "/versions", null);
        if (versions.isPresent()) {
            for (JsonNode version : versions.get()) {
                Optional<JsonNode> found =
                        ask("GET", path(subject) + "/versions/" + version.asInt(), null);
                if (found.isPresent()) {
                    schemas.put(
                            found.get().path("id").asInt(),
                            parse(found.get().path("schema").asText()));
                }
            }
        }
        return schemas;
    }

    /** Returns the id of a schema under a subject, if it is registered there. */
    public OptionalInt idOf(String subject, Schema schema) throws RegistryException {
        return ask("POST", path(subject), body("schema", schema.toString()))
                .map(found -> OptionalInt.of(found.path("id").asInt()))
                .orElse(OptionalInt.empty());
    }

    /**
     * Registers a schema under a subject, unless it is there; returns its id.
     *
     * @throws RegistryException too if it is not compatible with those that are there
     */
    public int register(String subject, Schema schema) throws RegistryException {
        return ask("POST", path(subject) + "/versions", body("schema", schema.toString()))
                .orElseThrow(() -> new RegistryException(access + " cannot register " + subject))
                .path("id")
                .asInt();
    }

    /** Demands a compatibility of all further versions of a subject. */
    public void setCompatibility(String subject, String level) throws RegistryException {
        ask("PUT", "/config/" + encode(subject), body("compatibility", level));
    }

    private Optional<JsonNode> ask(String method, String path, String body)
            throws RegistryException {
        RegistryException last = null;
        for (String address : access.addresses()) {
            try {
                return answer(address, method, path, body);
            } catch (IOException e) {
                last =
                        new RegistryException(
                                "no schema registry answers at "
                                        + address
                                        + (e.getMessage() == null ? "" : ": " + e.getMessage()),
                                e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RegistryException("interrupted while asking " + address, e);
            }
        }
        throw last;
    }

    private Optional<JsonNode> answer(String address, String method, String path, String body)
            throws IOException, InterruptedException, RegistryException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .timeout(LIMIT)
                        .header("Accept", CONTENT_TYPE + ", application/json")
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", CONTENT_TYPE);
        }
        authorization.ifPresent(value -> request.header("Authorization", value));
        HttpResponse<String> response =
                http.send(
                        request.build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() == NOT_FOUND && isAboutSchemas(response.body())) {
            return Optional.empty();
        }
        if (response.statusCode() / 100 != 2) {
            throw new RegistryException(
                    "schema registry at "
                            + address
                            + ": HTTP "
                            + response.statusCode()
                            + " to "
                            + method
                            + " "
                            + path
                            + reason(response.body()));
        }
        try {
            return Optional.of(JSON.readTree(response.body()));
        } catch (JsonProcessingException e) {
            throw new RegistryException("what answers at " + address + " is no schema registry", e);
        }
    }

    /** A registry says with a code of its own what is unknown; a wrong path has no such code. */
    private static boolean isAboutSchemas(String body) {
        try {
            int code = JSON.readTree(body).path("error_code").asInt();
            return code / 100 == NOT_FOUND;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static String reason(String body) {
        try {
            String message = JSON.readTree(body).path("message").asText();
            return message.isEmpty() ? "" : ": " + message;
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private Schema parse(String schema) throws RegistryException {
        try {
            return new Schema.Parser().parse(schema);
        } catch (SchemaParseException e) {
            throw new RegistryException(
                    access + " holds a schema that cannot be read: " + e.getMessage(), e);
        }
    }

    private static String path(String subject) {
        return "/subjects/" + encode(subject);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String body(String field, String value) {
        ObjectNode body = JSON.createObjectNode();
        body.put(field, value);
        return body.toString();
    }
}
