package io.attentionfutures.local.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.local.UserError;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.UsageSample;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import io.attentionfutures.schemas.wire.PublicSchemas;
import io.attentionfutures.schemas.wire.RecordCodec;
import io.attentionfutures.schemas.wire.RegistryAccess;
import io.attentionfutures.schemas.wire.RegistryClient;
import io.attentionfutures.schemas.wire.RegistryException;
import io.attentionfutures.schemas.wire.WireFormat;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryServerTest {
    private static final Schema FOREIGN =
            new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"X\",\"fields\":[]}");

    private final RegistryServer server = RegistryServer.start("127.0.0.1", 0);
    private final RegistryAccess access = RegistryAccess.of(server.url(), Map.of());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everySchemaIsFoundByIdAndBySubject() throws RegistryException {
        RegistryClient client = new RegistryClient(access);
        for (Topic topic : Topic.values()) {
            String subject = PublicSchemas.subject(topic.topicName());
            List<Schema> versions = PublicSchemas.versions(topic);
            assertThat(client.versions(subject).values())
                    .containsExactlyInAnyOrderElementsOf(versions);
            for (Schema schema : versions) {
                int id = client.idOf(subject, schema).orElseThrow();
                assertThat(client.byId(id)).contains(schema);
                assertThat(client.register(subject, schema)).isEqualTo(id);
            }
        }
    }

    @Test
    void whatIsNotThereIsNotFound() throws RegistryException {
        RegistryClient client = new RegistryClient(access);
        assertThat(client.byId(1)).isEmpty();
        assertThat(client.versions("other-value")).isEmpty();
        assertThat(client.idOf("afm.prices-value", FOREIGN)).isEmpty();
        assertThatThrownBy(() -> client.register("afm.prices-value", FOREIGN))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("for reading");
        assertThatThrownBy(() -> client.setCompatibility("afm.prices-value", "NONE"))
                .isInstanceOf(RegistryException.class);
    }

    @Test
    void faultsHaveTheApisCodes() throws Exception {
        assertThat(get("/subjects/x-value/versions")).contains("\"error_code\":40401");
        assertThat(get("/subjects/afm.prices-value/versions/9")).contains("\"error_code\":40402");
        assertThat(get("/schemas/ids/notanumber")).contains("\"error_code\":40403");
        assertThat(get("/nothing")).contains("\"error_code\":404");
        assertThat(get("/config")).contains("FULL_TRANSITIVE");
        assertThat(get("/subjects")).contains("afm.prices-value");
        assertThat(get("/subjects/afm.prices-value/versions/latest")).contains("\"version\":");
        assertThat(post("/subjects/afm.prices-value", "no json")).contains("42201");
        assertThat(post("/subjects/afm.prices-value", "{}")).contains("42201");
        assertThat(post("/subjects/afm.prices-value", "{\"schema\":\"{\"}")).contains("42201");
    }

    @Test
    void recordsOfAMarketWithARegistryAreReadAndItsLossHurtsOnlyUnknownIds() throws Exception {
        WireFormat wire = WireFormat.confluent(access, List.of(Topic.values()));
        RecordCodec<UsageSample> codec = wire.codec(UsageSample.class);
        UsageSample sample = new UsageSample("H100.EUW1", "a", Instant.EPOCH, 1.0, 2.0, "");
        byte[] framed = wire.frame(Topic.TELEMETRY.topicName(), codec.encode(sample));
        assertThat(framed[0]).isZero();
        byte[] unknown = framed.clone();
        ByteBuffer.wrap(unknown, 1, 4).putInt(5);
        assertThatThrownBy(() -> codec.decode(unknown))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("no Avro schema of id 5");
        server.close();
        assertThat(codec.decode(framed)).isEqualTo(sample);
        ByteBuffer.wrap(unknown, 1, 4).putInt(6);
        assertThatThrownBy(() -> codec.decode(unknown))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("no schema registry answers at " + server.url());
    }

    @Test
    void registrationSaysWhatIsThere() throws RegistryException {
        List<String> subjects = new ArrayList<>();
        assertThatThrownBy(
                        () ->
                                SchemaRegistration.register(
                                        access, (subject, ids) -> subjects.add(subject)))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("for reading");
        assertThat(subjects).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        int port = URI.create(server.url()).getPort();
        assertThatThrownBy(() -> RegistryServer.start("127.0.0.1", port))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("127.0.0.1:" + port);
    }

    private String get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(server.url() + path)).build());
    }

    private String post(String path, String body) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create(server.url() + path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private static String send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
