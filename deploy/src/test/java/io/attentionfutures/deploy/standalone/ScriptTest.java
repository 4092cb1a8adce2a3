package io.attentionfutures.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.deploy.Program;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the script says before anything runs. */
@EnabledOnOs(OS.LINUX)
class ScriptTest {
    @TempDir private Path home;

    private StandaloneMarket market;

    @BeforeEach
    void aHomeWithoutAMarket() {
        market = new StandaloneMarket(home);
    }

    @AfterEach
    void nothingWasStarted() {
        assertThat(market.processes()).isEmpty();
        market.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start",
                "prepare",
                "submit",
                "status",
                "savepoint",
                "upgrade",
                "rescale",
                "stop"
            })
    void everyCommandHasHelp(String command) throws Exception {
        assertThat(market.done(command, "--help")).startsWith("Usage: market " + command);
        assertThat(market.done("--help")).contains("\n  " + command);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dance | there is no command 'dance'",
                "start --dance | start does not know --dance",
                "start --slots | --slots needs a value",
                "start --slots 0 | --slots must be a whole number from 1 to 720, was '0'",
                "start --web-port x | --web-port must be a whole number from 1 to 65535, was 'x'",
                "start -D key | -D must be KEY=VALUE, was 'key'",
                "rescale 2.5 | rescale must be a whole number from 1 to 720, was '2.5'",
                "rescale | rescale takes one number",
                "upgrade | upgrade takes one jar",
                "upgrade /nowhere.jar | there is no jar /nowhere.jar",
                "submit afm.demand.period=1h | options of the job go behind --",
                "submit | start one with market start",
                "savepoint | start one with market start",
                "status | start one with market start"
            })
    void whatIsWrongIsToldInOneLine(String arguments, String message) throws Exception {
        Program.Outcome outcome = market.script(arguments.split(" "));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.said().lines()).hasSize(1).allMatch(line -> line.contains(message));
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Program.Outcome outcome = market.script("start", "--kafka-port", port);
            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.said()).contains("--kafka-port " + port + " is in use");
        }
    }

    @Test
    void whatIsNoJarIsRefused() throws Exception {
        Path text = Files.writeString(home.resolve("job.jar"), "text");
        Program.Outcome outcome = market.script("upgrade", text.toString());
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.said()).contains(text + " is no jar");
    }

    @Test
    void stoppingWhatDoesNotRunIsDone() throws Exception {
        assertThat(market.done("stop")).isEmpty();
    }
}
