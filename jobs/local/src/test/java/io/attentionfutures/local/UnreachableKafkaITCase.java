package io.attentionfutures.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.local.AfmCommand.Said;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class UnreachableKafkaITCase {
    private static final String NOWHERE = "127.0.0.1:" + FreePorts.next();

    @TempDir private Path folder;

    @Test
    void aRunSaysInOneLineThatNoKafkaAnswers() {
        Said said =
                AfmCommand.run(
                        "run", "--bootstrap", NOWHERE, "--data", folder.resolve("data").toString());

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.errorLines()).hasSize(1);
        assertThat(said.err()).startsWith("afm: cannot use Kafka at " + NOWHERE + ": ");
    }

    @Test
    void anOrderSaysInOneLineThatNoMarketAnswers() {
        Said said =
                AfmCommand.run(
                        "order",
                        "--bootstrap",
                        NOWHERE,
                        "--contract",
                        "H100.EUW1.1H.20260105T03Z",
                        "--side",
                        "buy",
                        "--lots",
                        "1");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.errorLines())
                .containsExactly(
                        "afm: no market answers at "
                                + NOWHERE
                                + ": start one with ./afm run --follow");
    }
}
