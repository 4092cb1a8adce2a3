package io.attentionfutures.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.local.AfmCommand.Said;
import io.attentionfutures.local.agents.OrderFile;
import io.attentionfutures.local.run.DataFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is told in one line, with exit code 2, before anything is written. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CommandLineTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run --speeed=3|Unknown option: '--speeed=3'",
                "run --capacity most|Invalid value for option '--capacity': expected one of",
                "run --speed 0|Invalid value for option '--speed'",
                "run --speed -1|Invalid value for option '--speed'",
                "run --speed NaN|Invalid value for option '--speed'",
                "run --speed Infinity|Invalid value for option '--speed'",
                "run --speed fast|Invalid value for option '--speed'",
                "run --period soon|Invalid value for option '--period'",
                "run --seed one|Invalid value for option '--seed'",
                "run --port http|Invalid value for option '--port'",
                "jump|Unmatched argument at index 0: 'jump'",
                "clear|Missing required parameter",
                "order --lots 3|Missing required option: '--contract=CODE'",
                "order --lots 3 --contract C --time-in-force day|Invalid value for option"
                        + " '--time-in-force'",
                "deposit --amount 3|Missing required option: '--segment=NAME'",
                "deposit --segment E --amount 3.5|Invalid value for option '--amount': '3.5' is"
                        + " neither",
                "withdraw --segment E --amount 0.001major|Invalid value for option '--amount'",
                "directive stop --segment E --target M|Invalid value for positional parameter at"
                        + " index 0 (ACTION): 'stop' is not one of halt, ",
            })
    void whatTheCommandLineDoesNotKnowIsNamed(String line, String complaint) {
        Said said = AfmCommand.run(line.split(" "));

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.errorLines().get(0)).startsWith(complaint);
        assertThat(said.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--parallelism 0|--parallelism must be 1 to 128",
                "--parallelism 129|--parallelism must be 1 to 128",
                "--period 90s|--period must be whole minutes",
                "--period 0s|--period must be whole minutes",
                "--call-interval 0s|--call-interval must be positive and at most the delivery period",
                "--call-interval 2h|--call-interval must be positive and at most the delivery period",
                "--no-model --model m.zip|--model and --no-model exclude each other",
                "--port 70000|--port must be 1 to 65535",
                "--web-port 0|--web-port must be 1 to 65535",
                "--bootstrap h:1 --port 9|--port is for the embedded broker, which --bootstrap does"
                        + " without",
            })
    void optionsThatDoNotGoTogetherAreRefused(String options, String complaint) {
        Said said = AfmCommand.run(("run " + options).split(" "));

        requireRefused(said, "afm: " + complaint);
        assertThat(said.errorLines()).hasSize(1);
    }

    @Test
    void aMissingTelemetryFileIsNamed() {
        Path missing = folder.resolve("missing.csv");

        requireRefused(run(missing), "afm: cannot read " + missing + ": there is no such file");
    }

    @Test
    void aFolderInTheRoleOfAFileIsNamed() throws Exception {
        requireRefused(
                run(trace(), "--orders", folder.toString()),
                "afm: cannot read " + folder + ": Is a directory");
        Said book = AfmCommand.run("clear", folder.toString());
        requireRefused(book, "afm: cannot read " + folder + ": Is a directory");
    }

    @Test
    void aFileInTheRoleOfTheOutputFolderIsNamedBeforeTheRun() throws Exception {
        Path trace = trace();

        Said said =
                AfmCommand.run(
                        "run", "--telemetry", trace.toString(), "--output", trace.toString());

        requireRefused(said, "afm: --output " + trace + " is a file: name a folder");
    }

    @Test
    void aBadTelemetryLineIsNamedByFileAndLine() throws Exception {
        Path trace = SmallTrace.write(folder.resolve("trace.csv"), 3);
        List<String> lines = new ArrayList<>(Files.readAllLines(trace));
        lines.set(4, "2026-01-05T00:00:00Z,L4.USE1,dee,-3,60");
        Files.write(trace, lines);

        Said said = run(trace);

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.errorLines()).hasSize(1);
        assertThat(said.err()).startsWith("afm: " + trace + ":5: ");
    }

    @Test
    void telemetryWithoutARowIsRefused() throws Exception {
        Path trace = SmallTrace.write(folder.resolve("trace.csv"), 0);

        requireRefused(run(trace), "afm: " + trace + " has no rows");
    }

    @Test
    void aBadOrderIsNamedByFileAndLine() throws Exception {
        Path orders =
                Files.writeString(
                        folder.resolve("orders.csv"),
                        OrderFile.HEADER + "\nnoon,ada,new,1,,C,buy,limit,gtc,1,1\n");

        Said said = run(trace(), "--orders", orders.toString());

        requireRefused(said, "afm: " + orders + ":2: timestamp 'noon' is not ISO 8601 UTC");
    }

    @Test
    void aDataFolderInUseIsNamed() throws Exception {
        Path data = folder.resolve("data");
        try (DataFolder held = DataFolder.open(data.toString())) {
            Said said = run(trace(), "--data", data.toString());

            requireRefused(
                    said,
                    "afm: data folder "
                            + held.root()
                            + " is in use by another run: stop it, or choose another folder with"
                            + " --data");
        }
    }

    @Test
    void aDamagedRunFileIsNamed() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Path file = Files.writeString(data.resolve("run.json"), "{\"fingerprint\":");

        Said said = run(trace(), "--data", data.toString());

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.errorLines()).hasSize(1);
        assertThat(said.err())
                .startsWith("afm: " + file + " is damaged (")
                .contains("): delete it to start a new run");
    }

    @Test
    void aBrokenModelBundleIsNamed() throws Exception {
        Path bundle = Files.writeString(folder.resolve("model.zip"), "this is no bundle");

        Said said = run(trace(), "--data", "tmp", "--model", bundle.toString());

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(lastLine(said)).startsWith("afm: ").contains(bundle.toString());
    }

    @Test
    void aMissingModelBundleIsNamed() throws Exception {
        Path bundle = folder.resolve("missing.zip");

        Said said = run(trace(), "--data", "tmp", "--model", bundle.toString());

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(lastLine(said)).isEqualTo("afm: there is no model bundle " + bundle);
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Said said =
                    run(
                            trace(),
                            "--no-model",
                            "--data",
                            "tmp",
                            "--port",
                            Integer.toString(taken.getLocalPort()));

            assertThat(said.exitCode()).isEqualTo(2);
            assertThat(lastLine(said))
                    .isEqualTo(
                            "afm: --port "
                                    + taken.getLocalPort()
                                    + " is in use: stop what listens there, or choose another"
                                    + " port");
        }
    }

    @Test
    void anUnknownTopicIsRefusedWithTheTopicsThereAre() {
        Said said = AfmCommand.run("watch", "prizes");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.errorLines()).hasSize(1);
        assertThat(said.err())
                .startsWith("afm: there is no topic 'prizes'; there are telemetry, orders")
                .contains("prices");
    }

    @Test
    void withoutAMarketAnOrderSaysHowToStartOne() {
        Said said =
                AfmCommand.run(
                        "order",
                        "--data",
                        folder.toString(),
                        "--contract",
                        "H100.EUW1.1H.20260105T03Z",
                        "--side",
                        "buy",
                        "--lots",
                        "1");

        requireRefused(
                said,
                "afm: there is no local market in "
                        + folder
                        + ": start one with ./afm run --follow, or name another with --bootstrap");
    }

    @Test
    void withoutAMarketACancelSaysHowToStartOne() {
        Said said =
                AfmCommand.run(
                        "cancel",
                        "--data",
                        folder.toString(),
                        "--contract",
                        "H100.EUW1.1H.20260105T03Z",
                        "--order",
                        "1");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.errorLines()).hasSize(1);
        assertThat(said.err()).startsWith("afm: there is no local market in " + folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order --contract C --lots 1|--side buy or --side sell is needed",
                "order --contract C --lots 1 --side buy --periods 2|--periods needs --limit: a"
                        + " block order has one",
                "order --contract C --lots 1 --side buy --periods 2 --limit 3 --ioc|--periods"
                        + " excludes --time-in-force: a block order stays until its first gate"
                        + " closes",
                "order --contract C --lots 1 --side buy --time-in-force gtd|--time-in-force GTD and"
                        + " --expires-at go together",
                "directive set-band --segment E --target M --low 3|set-band needs --high",
                "directive halt --segment E --target M --lots 3|--lots does not belong to halt",
            })
    void whatDoesNotGoTogetherIsNamed(String line, String complaint) {
        requireRefused(AfmCommand.run(line.split(" ")), "afm: " + complaint);
    }

    @Test
    void helpIsForEveryCommand() {
        for (String command :
                List.of(
                        "run",
                        "order",
                        "cancel",
                        "deposit",
                        "withdraw",
                        "directive",
                        "watch",
                        "clear",
                        "publish",
                        "train")) {
            Said said = AfmCommand.run(command, "--help");

            assertThat(said.exitCode()).isZero();
            assertThat(said.out()).startsWith("Usage: afm " + command);
        }
    }

    @Test
    void aFileThatIsNoBundleIsNotPublished() throws IOException {
        Path file = Files.writeString(folder.resolve("bundle.zip"), "not a bundle");

        Said said = AfmCommand.run("publish", file.toString(), "--bootstrap", "127.0.0.1:1");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.errorLines())
                .singleElement()
                .asString()
                .contains(file.toString())
                .contains("not a model bundle");
    }

    @Test
    void aBundleThatIsNotThereIsNotPublished() {
        Said said = AfmCommand.run("publish", "/no/such/bundle.zip");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.errorLines()).singleElement().asString().contains("/no/such/bundle.zip");
    }

    @Test
    void trainingMustLeaveSomethingOutToCompareOn() {
        Said said = AfmCommand.run("train", "--follow", "--leave-out", "1");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.errorLines()).singleElement().asString().contains("--leave-out 1");
    }

    private Path trace() throws IOException {
        return SmallTrace.write(folder.resolve("trace.csv"), 3);
    }

    private Said run(Path telemetry, String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", "--telemetry"));
        arguments.add(telemetry.toString());
        arguments.addAll(List.of("--output", folder.resolve("output").toString()));
        if (!List.of(more).contains("--data")) {
            arguments.addAll(List.of("--data", folder.resolve("unused").toString()));
        }
        arguments.addAll(List.of(more));
        Said said = AfmCommand.run(arguments.toArray(String[]::new));
        assertThat(folder.resolve("output")).doesNotExist();
        assertThat(said.out()).isEmpty();
        return said;
    }

    private static void requireRefused(Said said, String line) {
        assertThat(said.errorLines()).containsExactly(line);
        assertThat(said.exitCode()).isEqualTo(2);
    }

    private static String lastLine(Said said) {
        List<String> lines = said.errorLines();
        return lines.get(lines.size() - 1);
    }
}
