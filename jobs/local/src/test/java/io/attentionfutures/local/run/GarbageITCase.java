package io.attentionfutures.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.local.AfmCommand;
import io.attentionfutures.local.AfmCommand.Said;
import io.attentionfutures.local.FreePorts;
import io.attentionfutures.local.UndisturbedRun;
import io.attentionfutures.local.broker.EmbeddedBroker;
import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.schemas.DeadLetter;
import io.attentionfutures.schemas.Topic;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Records that nobody can use, before a run's first record and between its records. */
@ExtendWith(UndisturbedRun.Provider.class)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class GarbageITCase {
    @TempDir private Path folder;

    @Test
    void eachBecomesOneDeadLetterAndTheMarketGoesOnAsIfItWereNotThere(UndisturbedRun run)
            throws Exception {
        Path output = folder.resolve("output");
        List<Garbage.Written> written = new ArrayList<>();
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (EmbeddedBroker broker =
                        EmbeddedBroker.start(folder.resolve("broker"), FreePorts.next());
                Garbage garbage = new Garbage(broker.bootstrapServers())) {
            MarketTopics.create(broker.bootstrapServers(), true);
            written.addAll(garbage.writeAll());

            CompletableFuture<Said> running =
                    CompletableFuture.supplyAsync(
                            () -> AfmCommand.run(arguments(run, broker, output)), executor);
            awaitTrade(broker, running);
            written.addAll(garbage.writeAll());
            written.add(garbage.writeLateSample());
            Said said = running.get(250, TimeUnit.SECONDS);

            assertThat(said.exitCode()).as(said.err()).isZero();
            assertThat(said.json().get("dead_letters").asInt()).isEqualTo(written.size());
            requireOneDeadLetterEach(broker, written);
        } finally {
            executor.shutdownNow();
        }
        requireSameMarket(run, output);
    }

    private static String[] arguments(UndisturbedRun run, EmbeddedBroker broker, Path output) {
        return run.again(
                        "tmp", output, "--bootstrap", broker.bootstrapServers(), "--speed", "20000")
                .toArray(String[]::new);
    }

    /** Until something has been traded, or the run has ended. */
    private static void awaitTrade(EmbeddedBroker broker, CompletableFuture<Said> running) {
        boolean[] traded = {false};
        try (OutputReader prices =
                new OutputReader(
                        KafkaConnection.plain(broker.bootstrapServers()), List.of(Topic.PRICES))) {
            while (!traded[0]) {
                assertThat(running).isNotDone();
                prices.poll(Duration.ofMillis(100), price -> traded[0] = true);
            }
        }
    }

    private static void requireOneDeadLetterEach(
            EmbeddedBroker broker, List<Garbage.Written> written) {
        List<DeadLetter> letters = new ArrayList<>();
        try (OutputReader reader =
                new OutputReader(
                        KafkaConnection.plain(broker.bootstrapServers()),
                        List.of(Topic.DEAD_LETTERS))) {
            reader.drain(record -> letters.add((DeadLetter) record));
        }
        assertThat(letters)
                .extracting(GarbageITCase::place)
                .containsExactlyInAnyOrderElementsOf(
                        written.stream().map(Garbage.Written::place).toList());
        for (Garbage.Written record : written) {
            DeadLetter letter =
                    letters.stream()
                            .filter(candidate -> place(candidate).equals(record.place()))
                            .findAny()
                            .orElseThrow();
            assertThat(letter.getReason()).as(record.place()).isEqualTo(record.reason());
            assertThat(letter.getError()).as(record.place()).startsWith(record.error());
            assertThat(letter.getTimestamp().toEpochMilli()).isEqualTo(record.timeMillis());
            assertThat(hex(letter.getKey())).isEqualTo(hex(record.key()));
            assertThat(hex(letter.getValue())).isEqualTo(hex(record.value()));
        }
    }

    /** Everything but the offsets of commands, which the garbage moves. */
    private static void requireSameMarket(UndisturbedRun run, Path output) throws Exception {
        Map<String, String> files = UndisturbedRun.files(output);
        Map<String, String> expected = UndisturbedRun.files(run.output());
        assertThat(files).containsOnlyKeys(expected.keySet());
        expected.forEach(
                (name, text) ->
                        assertThat(withoutOffsets(name, files.get(name)))
                                .as(name)
                                .isEqualTo(withoutOffsets(name, text)));
    }

    /** The audit chain's hashes cover the offsets. */
    private static String withoutOffsets(String name, String text) {
        String without = text.replaceAll("\"sourceOffset\":\\d+", "");
        return name.equals("afm.audit.jsonl")
                ? without.replaceAll("\"(previousHash|hash)\":\"[0-9a-f]+\"", "")
                : without;
    }

    private static String place(DeadLetter letter) {
        return letter.getTopic() + "-" + letter.getPartition() + "@" + letter.getOffset();
    }

    private static String hex(ByteBuffer bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes.array());
    }

    private static String hex(byte[] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
}
