package io.attentionfutures.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.attentionfutures.forecast.telemetry.TelemetryFormatException;
import io.attentionfutures.local.UserError;
import io.attentionfutures.local.agents.OrderFile;
import io.attentionfutures.local.scenario.ScenarioFile;
import io.attentionfutures.local.trace.Trace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is in a user's file, it is read or the user is told in one line what is wrong. */
class InputFileFuzzTest {
    private static final String TELEMETRY =
            """
            timestamp_utc_iso8601,resource,tenant,used,capacity
            2026-01-05T00:00:00Z,H100.EUW1,team,3.5,8
            2026-01-05T00:05:00Z,H100.EUW1,"a, b",4,8
            """;
    private static final String BOOK =
            """
            {"name": "one", "orders": [
              {"account": "a", "side": "buy", "lots": 5, "limit": 100, "weight": 2},
              {"account": "b", "side": "sell", "lots": 5}],
             "reference": 100, "band": [50, 150], "protection": 10, "profile": "MAX_MIN",
             "price": 100, "volume": 5, "surplus": 0}
            """;

    private Path file;

    @BeforeEach
    void makeFile() throws IOException {
        file = Files.createTempFile("input", ".txt");
    }

    @AfterEach
    void deleteFile() throws IOException {
        Files.delete(file);
    }

    static Stream<byte[]> seeds() throws IOException {
        try (InputStream scenario =
                ScenarioFile.class.getResourceAsStream("/scenarios/algo-trading.yaml")) {
            return Stream.of(
                    seed(0, TELEMETRY),
                    seed(
                            1,
                            OrderFile.HEADER
                                    + OrderFile.MORE_COLUMNS
                                    + "\n2026-01-05T00:00:00Z,a,new,o1,,H100.EUW1.1H.20260105T02Z,"
                                    + "buy,limit,gtd,5,100,2,2026-01-05T01:00:00Z\n"),
                    seed(2, BOOK),
                    seed(3, new String(scenario.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    private static byte[] seed(int kind, String text) {
        ByteArrayOutputStream seed = new ByteArrayOutputStream();
        seed.write(kind);
        seed.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return seed.toByteArray();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void filesAreReadOrRefused(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return;
        }
        Files.write(file, Arrays.copyOfRange(bytes, 1, bytes.length));
        try {
            switch ((bytes[0] & 0xFF) % 4) {
                case 0 -> assertThat(Trace.read(List.of(file)).rows()).isNotEmpty();
                case 1 -> assertThat(OrderFile.roles(OrderFile.read(file))).isNotNull();
                case 2 -> assertThat(BookFile.read(file)).isNotEmpty();
                default ->
                        assertThat(ScenarioFile.read(file.toString()).scenario().markets())
                                .isNotEmpty();
            }
        } catch (UserError | TelemetryFormatException e) {
            assertThat(e).message().isNotBlank();
        }
    }
}
