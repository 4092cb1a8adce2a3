package io.attentionfutures.deploy.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attentionfutures.deploy.Awaiting;
import io.attentionfutures.deploy.Program;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A Prometheus with the project's configuration, on a port of the loopback interface. */
final class PrometheusServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Program program;
    private final String root;

    private PrometheusServer(Program program, int port) {
        this.program = program;
        root = "http://127.0.0.1:" + port;
    }

    /** Starts it; it scrapes one port each second. */
    static PrometheusServer start(Path executable, Path folder, int port, int metricsPort)
            throws Exception {
        String config =
                Files.readString(Monitoring.FOLDER.resolve("prometheus.yml"))
                        .replace("127.0.0.1:9249", "127.0.0.1:" + metricsPort)
                        .replaceAll("_interval: 15s", "_interval: 1s")
                        .replace("- alerts.yaml", "- " + Monitoring.FOLDER.resolve("alerts.yaml"));
        Path file = Files.writeString(folder.resolve("prometheus.yml"), config);
        Program program =
                Program.start(
                        List.of(
                                executable.toString(),
                                "--config.file=" + file,
                                "--storage.tsdb.path=" + folder.resolve("data"),
                                "--web.listen-address=127.0.0.1:" + port,
                                "--log.level=warn"),
                        Map.of(),
                        folder.resolve("prometheus.log"));
        PrometheusServer server = new PrometheusServer(program, port);
        try {
            Awaiting.until("Prometheus", START_LIMIT, server::ready);
            return server;
        } catch (Exception | AssertionError e) {
            server.close();
            throw e;
        }
    }

    private boolean ready() throws Exception {
        program.requireAlive();
        try {
            return send("/-/ready").statusCode() == 200;
        } catch (ConnectException e) {
            // It does not listen yet.
            return false;
        }
    }

    private HttpResponse<String> send(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(root + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send(path);
        JsonNode answer = JSON.readTree(response.body());
        if (response.statusCode() != 200 || !answer.path("status").asText().equals("success")) {
            throw new AssertionError(path + ": " + response.body());
        }
        return answer.path("data");
    }

    /** Evaluates an expression now; fails if Prometheus cannot. */
    JsonNode evaluate(String expression) throws IOException, InterruptedException {
        return get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .path("result");
    }

    /** The names of all metrics that it has scraped. */
    Set<String> metricNames() throws IOException, InterruptedException {
        Set<String> names = new TreeSet<>();
        get("/api/v1/label/__name__/values").forEach(name -> names.add(name.asText()));
        return names;
    }

    /** The alerting rules that it has loaded. */
    JsonNode alertingRules() throws IOException, InterruptedException {
        return get("/api/v1/rules?type=alert").path("groups").path(0).path("rules");
    }

    @Override
    public void close() throws InterruptedException {
        program.close();
    }
}
