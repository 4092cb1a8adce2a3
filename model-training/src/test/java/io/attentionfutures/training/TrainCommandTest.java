package io.attentionfutures.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.model.ModelBundle;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainCommandTest {

    private static final String HEADER = "timestamp_utc_iso8601,resource,tenant,used,capacity\n";

    @TempDir private Path folder;

    private Path output;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void place() {
        output = folder.resolve("models/bundle.zip");
    }

    @Test
    void aMonthOfTelemetryBecomesABundleAndATable() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        Instant start = Instant.parse("2024-01-01T00:00:00Z");
        for (int i = 0; i < 500; i++) {
            for (String tenant : new String[] {"ann", "bob"}) {
                double used = 50 + 30 * Math.sin(i / 3.8) + (i * 37 + tenant.length()) % 11;
                rows.append(start.plusSeconds(3600L * i)).append(",gpu,").append(tenant);
                rows.append(',').append(used).append(",100\n");
            }
        }
        assertThat(train(rows.toString(), "--capacity", "sum", "--hidden", "4", "--epochs", "2"))
                .isZero();
        assertThat(out.toString())
                .contains("gpu", "lstm", "naive", "snaive24", "snaive168", "mean7d")
                .contains("bundle " + output);
        assertThat(err.toString()).contains("epoch 2 of at most 2");
        ModelBundle bundle = ModelBundle.load(output);
        assertThat(bundle.manifest().networks().get(0).hidden()).isEqualTo(4);
        assertThat(bundle.manifest().metrics()).hasSize(5);

        out.getBuffer().setLength(0);
        byte[] before = Files.readAllBytes(output);
        train(rows.toString(), "--capacity", "SUM", "--hidden", "4", "--epochs", "2", "--json");
        assertThat(out.toString().trim()).startsWith("{").contains("\"mase\"");
        assertThat(Files.readAllBytes(output)).isEqualTo(before);
    }

    @Test
    void badInputIsOneLineWithFileAndLineAndNothingIsWritten() throws IOException {
        assertThat(train(HEADER + "2024-01-01T00:00:00Z,gpu,ann,-3,100\n")).isEqualTo(2);
        assertThat(err.toString().trim())
                .isEqualTo(folder.resolve("t.csv") + ":2: used '-3' is negative");
        assertThat(output.getParent()).doesNotExist();
    }

    @Test
    void tooLittleHistoryIsOneLine() throws IOException {
        assertThat(train(HEADER + "2024-01-01T00:00:00Z,gpu,ann,3,100\n")).isEqualTo(2);
        assertThat(err.toString().trim())
                .startsWith("the longest history has 1 windows")
                .hasLineCount(1);
        assertThat(output).doesNotExist();
    }

    @Test
    void aMissingFileAndABadPeriodAreUsageFaults() throws IOException {
        assertThat(run("--telemetry", folder.resolve("none.csv").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("none.csv: there is no such file");
        assertThat(run("--telemetry", "x", "--period", "7h")).isEqualTo(2);
        assertThat(err.toString()).contains("'7h' does not divide a day");
        assertThat(run("--telemetry", "x", "--capacity", "most")).isEqualTo(2);
        assertThat(err.toString()).contains("'most' is neither shared nor sum");
    }

    private int train(String text, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), text);
        String[] all = new String[more.length + 5];
        all[0] = "--telemetry";
        all[1] = file.toString();
        all[2] = "--output";
        all[3] = output.toString();
        all[4] = "--quick";
        System.arraycopy(more, 0, all, 5, more.length);
        return run(all);
    }

    private int run(String... arguments) {
        return new CommandLine(new TrainCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
