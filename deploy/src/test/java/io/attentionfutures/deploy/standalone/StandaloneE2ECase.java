package io.attentionfutures.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.deploy.Awaiting;
import io.attentionfutures.deploy.Ports;
import io.attentionfutures.deploy.Project;
import io.attentionfutures.schemas.wire.AvroSafety;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The procedure of {@code deploy/UPGRADE.md} for a standalone cluster, by the same script. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the script tells its processes by /proc")
class StandaloneE2ECase {
    static {
        AvroSafety.apply();
    }

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir private Path folder;

    private final Map<String, Integer> expected = new TreeMap<>();

    @Test
    @Timeout(value = 600, unit = TimeUnit.SECONDS)
    void noExecutionIsLostOrRepeatedBySavepointsRescalingAndUpgrades() throws Exception {
        try (StandaloneMarket market = new StandaloneMarket(folder.resolve("home"))) {
            TradedLots lots = new TradedLots(market.bootstrapServers());
            market.done(
                    "start",
                    "--slots",
                    "1",
                    "--kafka-port",
                    Integer.toString(market.kafkaPort),
                    "--web-port",
                    Integer.toString(market.webPort),
                    "--rpc-port",
                    Integer.toString(market.rpcPort));
            market.done("prepare");
            lots.writeReferenceData();
            market.done("submit");
            for (String account : new String[] {TradedLots.ALICE, TradedLots.BOB}) {
                market.afm(
                        "deposit",
                        "--account",
                        account,
                        "--segment",
                        TradedLots.SEGMENT,
                        "--amount",
                        "1000000000");
            }
            trade(market, lots, "before");

            String savepoint = market.done("savepoint").lines().reduce((a, b) -> b).orElseThrow();
            assertThat(Path.of(URI.create(savepoint)).resolve("_metadata")).exists();
            // Goes on after a savepoint.
            order(market, "while", "buy", TradedLots.ALICE);

            market.done("rescale", "2");
            assertThat(market.done("status")).contains("RUNNING, parallelism 2", "taskmanager-2");
            order(market, "while", "sell", TradedLots.BOB);
            awaitReports(lots);

            Path next = folder.resolve("next.jar");
            Files.copy(jobJar(), next);
            market.done("upgrade", next.toString());
            assertThat(market.done("status")).contains("RUNNING, parallelism 2, " + next);
            trade(market, lots, "after");

            market.afm("audit", "verify");
            assertThat(lots.reports()).isEqualTo(expected);
            market.done("stop");
            assertThat(market.processes()).isEmpty();
            assertThat(Ports.isFree(market.kafkaPort)).isTrue();
            assertThat(Ports.isFree(market.webPort)).isTrue();
        }
    }

    private static Path jobJar() throws Exception {
        try (Stream<Path> jars = Files.list(Project.path("jobs/pipeline/target"))) {
            return jars.filter(jar -> jar.getFileName().toString().endsWith("-job.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void trade(StandaloneMarket market, TradedLots lots, String when) throws Exception {
        order(market, when, "buy", TradedLots.ALICE);
        order(market, when, "sell", TradedLots.BOB);
        awaitReports(lots);
    }

    /** Places an order for one lot that the other side's fills. */
    private void order(StandaloneMarket market, String when, String side, String account)
            throws Exception {
        String id = when + "-" + side;
        market.afm(
                "order",
                "--account",
                account,
                "--id",
                id,
                "--contract",
                TradedLots.contract(),
                "--side",
                side,
                "--lots",
                "1",
                "--limit",
                side.equals("buy") ? "200" : "100");
        expected.put("NEW " + id, 1);
        expected.put("TRADE " + id, 1);
    }

    private void awaitReports(TradedLots lots) throws Exception {
        Awaiting.until(
                "fills of " + expected.keySet(),
                LIMIT,
                () -> lots.reports().keySet().containsAll(expected.keySet()));
    }
}
