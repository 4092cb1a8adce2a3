package io.attentionfutures.local.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.JobID;

/** What Flink's REST interface shows of a configuration, wherever it does. */
final class RestPages {
    private static final List<String> OF_CLUSTER =
            List.of("/config", "/jobmanager/config", "/jobmanager/environment", "/jobs/overview");
    private static final List<String> OF_JOB =
            List.of(
                    "",
                    "/config",
                    "/plan",
                    "/exceptions",
                    "/jobmanager/config",
                    "/jobmanager/environment",
                    "/checkpoints/config");

    private RestPages() {}

    static List<String> read(URI cluster, JobID job) throws Exception {
        List<String> addresses = new ArrayList<>();
        OF_CLUSTER.forEach(page -> addresses.add(cluster + page));
        OF_JOB.forEach(page -> addresses.add(cluster + "/jobs/" + job + page));
        HttpClient client = HttpClient.newHttpClient();
        List<String> pages = new ArrayList<>();
        for (String address : addresses) {
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            pages.add(address + ": " + answer.body());
        }
        return pages;
    }
}
