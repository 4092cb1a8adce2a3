package io.attentionfutures.deploy.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attentionfutures.deploy.Awaiting;
import io.attentionfutures.deploy.Ports;
import io.attentionfutures.deploy.Program;
import io.attentionfutures.deploy.Project;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus scrapes a real run of the market with the project's configuration. */
class MonitoringE2ECase {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Duration SCRAPES = Duration.ofSeconds(20);

    /** Labels that only the market's own metrics have are part of their names. */
    private static final Pattern OWN_METRIC =
            Pattern.compile(
                    Monitoring.OPERATOR
                            + "(segment|market|executionType|code|kind|reason|decision)_.*");

    /** What may have no value in a run of a minute, and why. */
    private static final Map<String, String> MAY_BE_EMPTY =
            Map.of(
                    "panel 'Rejected orders'", "a population may get all its orders in",
                    "panel 'Busy and back pressure'", "nothing need be under back pressure");

    @TempDir private Path folder;

    @Test
    @Timeout(value = 240, unit = TimeUnit.SECONDS)
    void everyQueryOfDashboardAndAlertsHasWhatItReads() throws Exception {
        Optional<Path> prometheus = Program.find("prometheus");
        assumeTrue(
                prometheus.isPresent(),
                "prometheus is not installed: install Debian's package 'prometheus'");
        int kafka = Ports.next();
        int metrics = Ports.next();
        List<String> run =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx800m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        Project.commandLineJar().toString(),
                        "run",
                        "--no-model",
                        "--speed",
                        "3000",
                        "--data",
                        folder.resolve("data").toString(),
                        "--port",
                        Integer.toString(kafka),
                        "--web-port",
                        Integer.toString(Ports.next()),
                        "--metrics-port",
                        Integer.toString(metrics));
        try (Program market =
                        Program.start(
                                run, Map.of("OMP_NUM_THREADS", "1"), folder.resolve("run.log"));
                PrometheusServer server =
                        PrometheusServer.start(prometheus.get(), folder, Ports.next(), metrics)) {
            awaitTrading(market, server);
            sendGarbage(kafka);
            Awaiting.until("the dead letter's alert", LIMIT, () -> fires(server, "DeadLetters"));

            everyMetricIsThere(server);
            everyPanelShowsSomething(server);
            everyRuleIsEvaluatedAndNoFalseAlarmIsRaised(server);
        }
    }

    private static void awaitTrading(Program market, PrometheusServer server) throws Exception {
        Awaiting.until(
                "prices, settlements and forecasts",
                LIMIT,
                () -> {
                    market.requireAlive();
                    return !server.evaluate(
                                    "sum(flink_taskmanager_job_task_operator_segment_market_lots) > 0"
                                            + " and sum(flink_taskmanager_job_task_operator_allocations) > 0"
                                            + " and max(flink_taskmanager_job_task_operator_market_forecastError) > 0")
                            .isEmpty();
                });
    }

    private static void sendGarbage(int kafkaPort) throws Exception {
        Map<String, Object> properties = Map.of("bootstrap.servers", "127.0.0.1:" + kafkaPort);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            // The time of a replay is its records'; this one's is long past.
            producer.send(
                            new ProducerRecord<>(
                                    "afm.orders", 0, 1L, new byte[0], new byte[] {1, 2, 3}))
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static boolean fires(PrometheusServer server, String alert) throws Exception {
        return "firing".equals(states(server).get(alert));
    }

    private static Map<String, String> states(PrometheusServer server) throws Exception {
        Map<String, String> states = new TreeMap<>();
        for (JsonNode rule : server.alertingRules()) {
            assertThat(rule.path("health").asText()).as(rule.toString()).isIn("ok", "unknown");
            states.put(rule.path("name").asText(), rule.path("state").asText());
        }
        return states;
    }

    private static void everyMetricIsThere(PrometheusServer server) throws Exception {
        Set<String> scraped = server.metricNames();
        List<Monitoring.Query> queries = new ArrayList<>(Monitoring.panelQueries());
        queries.addAll(Monitoring.alertQueries());
        for (Monitoring.Query query : queries) {
            assertThat(scraped).as(query.where()).containsAll(query.metrics());
        }
        assertThat(scraped).containsAll(Monitoring.documentedMetrics());
        Set<String> own = new TreeSet<>(scraped);
        own.removeIf(name -> !OWN_METRIC.matcher(name).matches());
        assertThat(Monitoring.documentedMetrics()).containsAll(own);
    }

    private static void everyPanelShowsSomething(PrometheusServer server) throws Exception {
        for (Monitoring.Query query : Monitoring.panelQueries()) {
            boolean mayBeEmpty = MAY_BE_EMPTY.containsKey(query.where());
            // A rate needs two scrapes.
            Awaiting.until(
                    query.where() + ": " + query.expression(),
                    SCRAPES,
                    () -> !server.evaluate(query.expression()).isEmpty() || mayBeEmpty);
        }
    }

    private static void everyRuleIsEvaluatedAndNoFalseAlarmIsRaised(PrometheusServer server)
            throws Exception {
        for (Monitoring.Query query : Monitoring.alertQueries()) {
            // Empty where the alert does not fire; an error ends the test.
            server.evaluate(query.expression());
        }
        Map<String, String> states = states(server);
        assertThat(states.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Monitoring.alerts().stream()
                                .map(alert -> alert.path("alert").asText())
                                .toList());
        assertThat(states)
                .containsEntry("CashConservationBroken", "inactive")
                .containsEntry("LotConservationBroken", "inactive")
                .containsEntry("CheckpointFailing", "inactive")
                .containsEntry("JobRestarting", "inactive")
                .containsEntry("MetricsMissing", "inactive");
        assertThat(states.get("JobDown")).isNotEqualTo("firing");
        assertThat(states.get("ClockStopped")).isNotEqualTo("firing");
        assertThat(states.get("ForecastStale")).isNotEqualTo("firing");
    }
}
