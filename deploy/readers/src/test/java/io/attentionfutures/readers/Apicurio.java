package io.attentionfutures.readers;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Apicurio Registry, a schema registry with the Confluent API, in a process of its own. */
final class Apicurio implements AutoCloseable {
    private static final Path UNPACKED = Path.of("target", "apicurio");
    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final Process process;
    private final int port;

    private Apicurio(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one that forgets everything at its end, and waits until it answers. */
    static Apicurio start(Path log) throws IOException, InterruptedException {
        int port = freePort();
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        runner().toString());
        builder.environment().put("APICURIO_STORAGE_KIND", "sql");
        builder.environment().put("APICURIO_STORAGE_SQL_KIND", "h2");
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(freePort()));
        Apicurio registry =
                new Apicurio(
                        builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(),
                        port);
        registry.awaitAnswer(log);
        return registry;
    }

    private static Path runner() throws IOException {
        try (Stream<Path> files = Files.list(UNPACKED)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer(Path log) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest subjects = HttpRequest.newBuilder(URI.create(url() + "/subjects")).build();
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            try {
                if (client.send(subjects, HttpResponse.BodyHandlers.discarding()).statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException e) {
                // It does not listen yet.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
        }
        List<String> lines = Files.readAllLines(log);
        close();
        throw new IllegalStateException("Apicurio does not answer:\n" + String.join("\n", lines));
    }

    /** Returns the base URL of its Confluent API. */
    String url() {
        return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
