package io.attentionfutures.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.telemetry.CapacityRule;
import io.attentionfutures.local.FreePorts;
import io.attentionfutures.local.SmallTrace;
import io.attentionfutures.local.broker.EmbeddedBroker;
import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.local.trace.TenantNeeds;
import io.attentionfutures.local.trace.Trace;
import io.attentionfutures.schemas.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 180, unit = TimeUnit.SECONDS)
class InterruptedReplayITCase {
    private static final long HOUR = Duration.ofHours(1).toMillis();

    @TempDir private static Path folder;

    private static EmbeddedBroker broker;
    private static MarketPlan plan;
    private static long endMillis;
    private static LogCopy undisturbed;
    private static long records;

    @BeforeAll
    static void playOnceWithoutDisturbance() throws Exception {
        Trace trace = Trace.read(List.of(SmallTrace.write(folder.resolve("trace.csv"), 8)));
        plan =
                MarketPlan.of(
                        trace,
                        new TenantNeeds(trace, HOUR, CapacityRule.SUM),
                        Duration.ofMinutes(1),
                        Optional.of(7L),
                        List.of());
        endMillis = plan.endMillis(Duration.ofMinutes(1));
        broker = EmbeddedBroker.start(folder.resolve("broker"), FreePorts.next());
        MarketTopics.create(broker.bootstrapServers(), true);
        Replayer replayer = replayer(Double.POSITIVE_INFINITY);
        playToTheEnd(replayer);
        records = replayer.records();
        undisturbed = LogCopy.read(broker.bootstrapServers());
    }

    @AfterAll
    static void stopBroker() {
        if (broker != null) {
            broker.close();
        }
    }

    @BeforeEach
    void emptyTopics() throws Exception {
        try (Admin admin = Admin.create(MarketTopics.properties(broker.bootstrapServers()))) {
            admin.deleteTopics(Arrays.stream(Topic.values()).map(Topic::topicName).toList())
                    .all()
                    .get();
            while (!admin.listTopics().names().get().isEmpty()) {
                Thread.onSpinWait();
            }
        }
        MarketTopics.create(broker.bootstrapServers(), true);
    }

    @Test
    void theSamePlanWritesTheSameLog() throws Exception {
        playToTheEnd(replayer(Double.POSITIVE_INFINITY));

        requireUndisturbedLog();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aReplayGoesOnFromWhateverAKilledOneLeftInEachPartition(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Map<TopicPartition, Integer> left = new HashMap<>();
        undisturbed
                .partitions()
                .forEach((partition, all) -> left.put(partition, random.nextInt(all.size() + 1)));
        undisturbed.writeBeginning(broker.bootstrapServers(), left);

        Replayer replayer = replayer(Double.POSITIVE_INFINITY);
        playToTheEnd(replayer);

        requireUndisturbedLog();
        assertThat(replayer.records()).isEqualTo(records);
        assertThat(replayer.sent()).isLessThan(records);
    }

    @Test
    void aReplayThatIsStoppedAgainAndAgainWritesTheSameLog() throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        long count = 0;
        for (int round = 0; round < 3; round++) {
            count += random.nextLong(records / 8);
            stopAfter(count);
        }

        playToTheEnd(replayer(Double.POSITIVE_INFINITY));

        requireUndisturbedLog();
    }

    @Test
    void aReplayThatWasAtItsEndSendsNoRecordAgain() throws Exception {
        playToTheEnd(replayer(Double.POSITIVE_INFINITY));

        Replayer again = replayer(Double.POSITIVE_INFINITY);
        playToTheEnd(again);

        assertThat(again.sent()).isZero();
        assertThat(again.lastHeartbeats())
                .hasSameSizeAs(undisturbed.partitions())
                .containsOnlyKeys(undisturbed.partitions().keySet());
        requireUndisturbedLog();
    }

    private static void requireUndisturbedLog() {
        assertThat(LogCopy.read(broker.bootstrapServers()).until(endMillis))
                .isEqualTo(undisturbed.until(endMillis));
    }

    private static Replayer replayer(double speed) {
        return new Replayer(broker.bootstrapServers(), plan, endMillis, Pace.of(speed, false));
    }

    private static void playToTheEnd(Replayer replayer) throws Exception {
        play(replayer, replayer::finished);
        assertThat(replayer.finished()).isTrue();
    }

    /** Stops a slow replay after so many records. */
    private static void stopAfter(long count) throws Exception {
        Replayer replayer = replayer(8_000);
        play(replayer, () -> replayer.records() >= count);
        assertThat(replayer.finished()).isFalse();
    }

    private static void play(Replayer replayer, BooleanSupplier until) throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<Void> played = CompletableFuture.runAsync(replayer, executor);
            while (!until.getAsBoolean() && !isDone(played)) {
                continue;
            }
            replayer.stop();
            played.get(60, TimeUnit.SECONDS);
        } finally {
            executor.shutdownNow();
        }
    }

    /** Whether it is done, some milliseconds from now. */
    private static boolean isDone(CompletableFuture<Void> played) throws Exception {
        try {
            played.get(5, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
