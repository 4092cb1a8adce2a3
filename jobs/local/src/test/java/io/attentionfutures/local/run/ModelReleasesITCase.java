package io.attentionfutures.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.model.ModelBundle;
import io.attentionfutures.forecast.release.ModelShelf;
import io.attentionfutures.local.AfmCommand;
import io.attentionfutures.local.AfmCommand.Said;
import io.attentionfutures.local.FreePorts;
import io.attentionfutures.local.broker.EmbeddedBroker;
import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.local.command.Publication;
import io.attentionfutures.pipeline.MarketOptions;
import io.attentionfutures.schemas.DemandForecast;
import io.attentionfutures.schemas.ModelDecision;
import io.attentionfutures.schemas.ModelRelease;
import io.attentionfutures.schemas.ReleaseDecision;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.AvroSafety;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Models come into a market that runs: broken ones, a better one by way of a request for
 * retraining, a worse one; and a restart.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModelReleasesITCase {
    static {
        AvroSafety.apply();
    }

    /** Enough for a market to ask for retraining: 15 days. */
    private static final int HOURS = 15 * 24;

    private static final ModelBundle POOR = FlatModel.of("poor", 3);
    private static final ExecutorService EXECUTOR = Executors.newSingleThreadExecutor();

    @TempDir private static Path folder;

    private static EmbeddedBroker broker;
    private static DataFolder data;
    private static LiveTelemetry telemetry;
    private static LocalJob job;
    private static Path poor;
    private static String better;

    @BeforeAll
    static void startTheMarket() throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("broker"), FreePorts.next());
        MarketTopics.create(broker.bootstrapServers(), true);
        poor = folder.resolve("poor.zip");
        POOR.save(poor);
        data = DataFolder.open(folder.resolve("data").toString());
        telemetry = new LiveTelemetry(broker.bootstrapServers());
        telemetry.passUntil(HOURS);
        job = start(2, Optional.empty());
    }

    private static LocalJob start(int parallelism, Optional<Path> from) {
        Configuration config = new Configuration();
        config.set(MarketOptions.BOOTSTRAP_SERVERS, broker.bootstrapServers());
        config.set(MarketOptions.TIMESTAMPS, MarketOptions.TimestampSource.REPLAY);
        config.set(MarketOptions.HEARTBEAT_INTERVAL, Duration.ZERO);
        config.set(MarketOptions.MAX_DRIFT, Duration.ofDays(2));
        config.set(MarketOptions.MODEL, poor.toUri().toString());
        config.set(MarketOptions.RETRAIN_FACTOR, 1e-3);
        config.set(MarketOptions.RETRAIN_WINDOWS, 100);
        return LocalJob.start(config, parallelism, FreePorts.next(), data.checkpoints(), from);
    }

    @AfterAll
    static void stop() {
        EXECUTOR.shutdownNow();
        if (job != null) {
            job.stop();
        }
        telemetry.close();
        data.close();
        broker.close();
    }

    /** Does something while hours pass in the market. */
    private static <T> T whileHoursPass(Callable<T> action) throws Exception {
        Future<T> done = EXECUTOR.submit(action);
        while (true) {
            telemetry.passHour();
            job.requireRunning();
            try {
                return done.get(500, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                continue;
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause());
            }
        }
    }

    /** The model behind each market's forecast once all that is now known has been forecast. */
    private static Map<String, String> modelsNow() {
        Instant now = telemetry.now();
        Map<String, String> models = new HashMap<>();
        try (OutputReader reader =
                new OutputReader(
                        KafkaConnection.plain(broker.bootstrapServers()),
                        List.of(Topic.FORECASTS))) {
            while (models.size() < LiveTelemetry.MARKETS.size()) {
                job.requireRunning();
                reader.poll(
                        Duration.ofMillis(100),
                        record -> {
                            DemandForecast forecast = (DemandForecast) record;
                            if (forecast.getDataAsOf().equals(now)) {
                                models.put(forecast.getMarket(), forecast.getModel());
                            }
                        });
            }
        }
        return models;
    }

    private static List<ModelDecision> release(String id, String version, byte[] bytes)
            throws Exception {
        Path file = folder.resolve(id + ".zip");
        Files.write(file, bytes);
        return whileHoursPass(
                () ->
                        new Publication(KafkaConnection.plain(broker.bootstrapServers()))
                                .publish(
                                        new ModelRelease(
                                                "default",
                                                id,
                                                version,
                                                file.toUri().toString(),
                                                ModelShelf.sha256(bytes),
                                                Instant.EPOCH,
                                                ""),
                                        Duration.ofSeconds(60),
                                        decision -> {}));
    }

    @Test
    @Order(1)
    void theModelGivenAtTheStartServes() {
        assertThat(modelsNow()).hasSize(2).containsValue(POOR.version());
    }

    @Test
    @Order(2)
    void aBrokenBundleIsRefusedAndTheServingModelStays() throws Exception {
        byte[] whole = FlatModel.of("good", 0).toBytes();
        List<ModelDecision> decisions =
                release("broken", "good-1", Arrays.copyOf(whole, whole.length - 100));
        assertThat(decisions)
                .singleElement()
                .satisfies(
                        decision -> {
                            assertThat(decision.getDecision()).isEqualTo(ReleaseDecision.REFUSED);
                            assertThat(decision.getMarket()).isEmpty();
                            assertThat(decision.getReason()).contains("truncated");
                        });
        assertThat(modelsNow()).hasSize(2).containsValue(POOR.version());
    }

    @Test
    @Order(3)
    void aRequestForRetrainingIsAnsweredAndTheBetterModelAdoptedWithoutARestart() throws Exception {
        Said said =
                whileHoursPass(
                        () ->
                                AfmCommand.run(
                                        "train",
                                        "--follow",
                                        "--once",
                                        "--quick",
                                        "--gather",
                                        "0",
                                        "--model",
                                        poor.toString(),
                                        "--output",
                                        folder.resolve("models").toString(),
                                        "--bootstrap",
                                        broker.bootstrapServers()));
        assertThat(said.exitCode()).as(said.out() + said.err()).isZero();
        assertThat(said.out())
                .contains("request: H100.EUW1")
                .contains("model: fine-tuning " + POOR.version())
                .contains("evaluation: H100.EUW1 better")
                .contains("ADOPTED   H100.EUW1");
        telemetry.passHour();
        Map<String, String> models = modelsNow();
        better = models.get("H100.EUW1");
        assertThat(better).startsWith("poor-").isNotEqualTo(POOR.version());
        assertThat(folder.resolve("models").resolve(better + ".zip")).exists();
    }

    @Test
    @Order(4)
    void aWorseModelIsRefusedByEveryMarket() throws Exception {
        Path worse = folder.resolve("worse.zip");
        FlatModel.of("worse", 5).save(worse);
        Said said =
                whileHoursPass(
                        () ->
                                AfmCommand.run(
                                        "publish",
                                        worse.toString(),
                                        "--bootstrap",
                                        broker.bootstrapServers()));
        assertThat(said.exitCode()).as(said.out() + said.err()).isEqualTo(1);
        assertThat(said.out()).contains("REFUSED   H100.EUW1").contains("worse than");
        assertThat(modelsNow()).containsEntry("H100.EUW1", better);
    }

    @Test
    @Order(5)
    void whatServesSurvivesARestartAtAnotherParallelism() {
        job.stop();
        job = null;
        job = start(1, data.latestCheckpoint());
        telemetry.passHour();
        assertThat(modelsNow()).containsEntry("H100.EUW1", better);
    }
}
