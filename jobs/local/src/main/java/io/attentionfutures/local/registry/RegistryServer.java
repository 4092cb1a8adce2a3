package io.attentionfutures.local.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.attentionfutures.local.UserError;
import io.attentionfutures.schemas.wire.RegistryClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the market's schemas over the Confluent API, for reading: nothing is stored, and the ids
 * are the same wherever it runs.
 */
public final class RegistryServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_BODY = 1 << 20;
    private static final int THREADS = 4;

    private final HttpServer server;
    private final ExecutorService threads;

    private RegistryServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts serving.
     *
     * @param host address to listen on
     * @param port port to listen on; 0 for a free one
     * @throws UserError if nothing can listen there
     */
    public static RegistryServer start(String host, int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            server.setExecutor(threads);
            server.createContext("/", RegistryServer::handle);
            server.start();
            return new RegistryServer(server, threads);
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError(
                    "no schema registry can listen on " + host + ":" + port + ": " + e.getMessage(),
                    e);
        }
    }

    /** Returns the base URL for clients on this machine. */
    public String url() {
        InetSocketAddress address = server.getAddress();
        String host =
                address.getAddress().isAnyLocalAddress() ? "127.0.0.1" : address.getHostString();
        return "http://" + host + ":" + address.getPort();
    }

    private static void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = 200;
            Object answer;
            try {
                answer = answer(exchange);
            } catch (RegistryFault fault) {
                status = fault.status();
                answer = Map.of("error_code", fault.code(), "message", fault.getMessage());
            }
            byte[] body = JSON.writeValueAsBytes(answer);
            exchange.getResponseHeaders().set("Content-Type", RegistryClient.CONTENT_TYPE);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Object answer(HttpExchange exchange) throws IOException, RegistryFault {
        List<String> path =
                Arrays.stream(exchange.getRequestURI().getRawPath().split("/"))
                        .filter(part -> !part.isEmpty())
                        .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                        .toList();
        String method = exchange.getRequestMethod();
        if (method.equals("GET")) {
            return OwnRegistry.get(path);
        }
        if (method.equals("POST") && path.size() >= 2 && path.get(0).equals("subjects")) {
            return OwnRegistry.find(path, schema(exchange));
        }
        throw RegistryFault.readOnly();
    }

    private static String schema(HttpExchange exchange) throws IOException, RegistryFault {
        try (InputStream in = exchange.getRequestBody()) {
            JsonNode body = JSON.readTree(in.readNBytes(LARGEST_BODY));
            if (body != null && body.path("schema").isTextual()) {
                return body.path("schema").asText();
            }
            throw RegistryFault.invalidSchema("the body has no schema");
        } catch (JsonProcessingException e) {
            throw RegistryFault.invalidSchema(e.getOriginalMessage());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
