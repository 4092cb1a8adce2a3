package io.attentionfutures.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistryClientTest {
    private static final Schema TEXT = Schema.create(Schema.Type.STRING);

    private final List<String> requests = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String answer = "{}";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(
                    exchange.getRequestMethod()
                            + " "
                            + exchange.getRequestURI()
                            + " "
                            + exchange.getRequestHeaders().getFirst("Authorization")
                            + " "
                            + body);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private RegistryClient client(String more, Map<String, String> properties)
            throws RegistryException {
        return new RegistryClient(RegistryAccess.of(more + url() + "/api/", properties));
    }

    @Test
    void loginsOfBothKindsAreShown() throws RegistryException {
        answer = "{\"schema\":\"\\\"string\\\"\"}";
        client("", Map.of("schema.registry.basic.auth.user.info", "me:secret")).byId(3);
        client("", Map.of("schema.registry.bearer.auth.token", "abc")).byId(3);
        assertThat(requests)
                .containsExactly(
                        "GET /api/schemas/ids/3 Basic bWU6c2VjcmV0 ",
                        "GET /api/schemas/ids/3 Bearer abc ");
    }

    @Test
    void theNextAddressIsAskedWhereTheFirstDoesNotAnswer() throws RegistryException {
        answer = "{\"id\":7}";
        assertThat(client("http://127.0.0.1:1,", Map.of()).register("a/b-value", TEXT))
                .isEqualTo(7);
        assertThat(requests)
                .containsExactly(
                        "POST /api/subjects/a%2Fb-value/versions null"
                                + " {\"schema\":\"\\\"string\\\"\"}");
    }

    @Test
    void anAddressThatDoesNotAnswerIsNamed() {
        assertThatThrownBy(
                        () ->
                                new RegistryClient(
                                                RegistryAccess.of("http://127.0.0.1:1", Map.of()))
                                        .byId(1))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("no schema registry answers at http://127.0.0.1:1");
    }

    @Test
    void whatIsRefusedIsToldWithTheRegistrysReasonAndNoSecret() {
        status = 401;
        answer = "{\"error_code\":401,\"message\":\"Unauthorized\"}";
        assertThatThrownBy(
                        () ->
                                client(
                                                "",
                                                Map.of(
                                                        "schema.registry.basic.auth.user.info",
                                                        "me:secret"))
                                        .idOf("afm.prices-value", TEXT))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("HTTP 401 to POST /subjects/afm.prices-value: Unauthorized")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aPageThatIsNoRegistryIsNotTakenForAnAnswer() {
        status = 404;
        answer = "<html>not here</html>";
        assertThatThrownBy(() -> client("", Map.of()).byId(1))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("HTTP 404");
        status = 200;
        assertThatThrownBy(() -> client("", Map.of()).byId(1))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("is no schema registry");
    }

    @Test
    void schemasOfOtherKindsAreNoAvro() throws RegistryException {
        answer = "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax = \\\"proto3\\\";\"}";
        assertThat(client("", Map.of()).byId(1)).isEmpty();
    }

    @Test
    void aStoreThatCannotBeReadIsNamed() {
        assertThatThrownBy(
                        () ->
                                client(
                                        "",
                                        Map.of(
                                                "schema.registry.ssl.truststore.location",
                                                "/nowhere/trust.p12")))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("schema.registry.ssl.truststore.location")
                .hasMessageContaining("/nowhere/trust.p12");
    }
}
