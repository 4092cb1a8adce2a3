package io.attentionfutures.benchmarks.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A JobManager's REST interface. What asks answers empty while there is no JobManager. */
public final class FlinkRest {
    /** What a JobManager answers, with the status of a failure, while it restores a job. */
    private static final String INITIALISING = "UnavailableDispatcherOperationException";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI root;

    /** Asks at an address. */
    public FlinkRest(String host, int port) {
        root = URI.create("http://" + host + ":" + port + "/");
    }

    /** Returns how many TaskManagers have registered. */
    public Optional<Integer> taskManagers() throws InterruptedException {
        return get("taskmanagers").map(answer -> answer.path("taskmanagers").size());
    }

    /** Returns a job's state as Flink names it, such as RUNNING. */
    public Optional<String> state(String job) throws InterruptedException {
        return get("jobs/" + job).map(answer -> answer.path("state").asText());
    }

    /** Whether the job and all its tasks run. */
    public boolean running(String job) throws InterruptedException {
        Optional<JsonNode> answer = get("jobs/" + job);
        if (answer.isEmpty() || !answer.get().path("state").asText().equals("RUNNING")) {
            return false;
        }
        for (JsonNode vertex : answer.get().path("vertices")) {
            if (!vertex.path("status").asText().equals("RUNNING")) {
                return false;
            }
        }
        return true;
    }

    /** Returns how many checkpoints the job has completed since its JobManager started. */
    public Optional<Long> completedCheckpoints(String job) throws InterruptedException {
        return checkpoints(job).map(answer -> answer.path("counts").path("completed").asLong());
    }

    /** Returns how many checkpoints of the job have failed since its JobManager started. */
    public Optional<Long> failedCheckpoints(String job) throws InterruptedException {
        return checkpoints(job).map(answer -> answer.path("counts").path("failed").asLong());
    }

    /** Returns all that Flink tells of a job's checkpoints. */
    public Optional<JsonNode> checkpoints(String job) throws InterruptedException {
        return get("jobs/" + job + "/checkpoints");
    }

    /** Returns a job's details: its vertices with their states and record counts. */
    public Optional<JsonNode> job(String job) throws InterruptedException {
        return get("jobs/" + job);
    }

    /** Returns the sum of a metric over all subtasks of a vertex. */
    public Optional<JsonNode> metrics(String job, String vertex, String names)
            throws InterruptedException {
        return get("jobs/" + job + "/vertices/" + vertex + "/subtasks/metrics?get=" + names);
    }

    /** Returns what the job last failed of, for people; empty if it has not failed. */
    public Optional<String> lastFailure(String job) throws InterruptedException {
        return get("jobs/" + job + "/exceptions")
                .map(answer -> answer.path("exceptionHistory").path("entries").path(0))
                .filter(entry -> !entry.isMissingNode())
                .map(entry -> entry.path("stacktrace").asText());
    }

    /**
     * Takes a savepoint.
     *
     * @param stop whether the job ends with it
     * @return its path
     * @throws ClusterException if it fails or is not there within the limit
     */
    public String savepoint(String job, boolean stop, Duration limit) throws InterruptedException {
        ObjectNode body = JSON.createObjectNode();
        body.put(stop ? "drain" : "cancel-job", false);
        JsonNode trigger =
                send("POST", "jobs/" + job + (stop ? "/stop" : "/savepoints"), body.toString())
                        .orElseThrow(() -> new ClusterException("no JobManager answers"));
        String id = trigger.path("request-id").asText();
        AtomicReference<String> location = new AtomicReference<>();
        Awaiting.until(
                "a savepoint of job " + job,
                limit,
                () -> {
                    Optional<JsonNode> answer = get("jobs/" + job + "/savepoints/" + id);
                    JsonNode operation = answer.orElse(JSON.createObjectNode()).path("operation");
                    if (operation.has("failure-cause")) {
                        throw new ClusterException(
                                "the savepoint failed: "
                                        + operation.path("failure-cause").path("stack-trace"));
                    }
                    if (operation.has("location")) {
                        location.set(operation.path("location").asText());
                    }
                    return location.get() != null;
                });
        return location.get();
    }

    /** Cancels a job and waits until it has ended. */
    public void cancel(String job, Duration limit) throws InterruptedException {
        send("PATCH", "jobs/" + job + "?mode=cancel", "");
        Awaiting.until(
                "job " + job + " to end",
                limit,
                () ->
                        state(job)
                                .filter(
                                        state ->
                                                state.equals("CANCELED")
                                                        || state.equals("FINISHED")
                                                        || state.equals("FAILED"))
                                .isPresent());
    }

    private Optional<JsonNode> get(String path) throws InterruptedException {
        return send("GET", path, "");
    }

    private Optional<JsonNode> send(String method, String path, String body)
            throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(root.resolve(path))
                        .timeout(REQUEST_LIMIT)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<String> response =
                    client.send(
                            request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() == 404
                    || response.statusCode() == 503
                    || response.body().contains(INITIALISING)) {
                return Optional.empty();
            }
            if (response.statusCode() >= 300) {
                throw new ClusterException(method + " " + path + " answered " + response.body());
            }
            return Optional.of(JSON.readTree(response.body()));
        } catch (IOException e) {
            // Nobody there: not yet, or no longer.
            return Optional.empty();
        }
    }
}
