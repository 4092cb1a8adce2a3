package io.attentionfutures.training.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attentionfutures.forecast.model.ModelBundle;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class TrainCommandTest {

    private static final String HEADER = "timestamp_utc_iso8601,resource,tenant,used,capacity\n";

    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aRunIsMadeListedShownComparedAndNotResumedWhenDone() throws IOException {
        Path file = month();
        assertThat(train(file, "--hidden", "4", "--epochs", "2", "--name", "one")).isZero();
        assertThat(out.toString())
                .contains("gpu", "lstm", "naive", "snaive24", "snaive168", "mean7d")
                .contains("bundle " + output());
        assertThat(err.toString())
                .contains("afm train --resume ", "100 % measuring on held-out data");
        ModelBundle bundle = ModelBundle.load(output());
        assertThat(bundle.networks().get(0).manifest().hidden()).isEqualTo(4);
        byte[] before = Files.readAllBytes(output());

        clear();
        assertThat(train(file, "--hidden", "4", "--epochs", "2", "--name", "two", "--json"))
                .isZero();
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.at("/metrics/results/0/mase").isNumber()).isTrue();
        assertThat(Files.readAllBytes(output())).isEqualTo(before);
        assertThat(Path.of(json.get("report").asText())).isNotEmptyFile();
        train(file, "--hidden", "5", "--epochs", "1", "--name", "three");

        String one = run("one");
        String three = run("three");
        clear();
        assertThat(runs("list")).isZero();
        assertThat(out.toString()).contains(one, run("two"), three, "DONE").hasLineCount(4);
        clear();
        assertThat(runs("compare", one, three)).isZero();
        assertThat(out.toString())
                .containsPattern("hyperParameters.hidden +4 +5")
                .containsPattern("epochs +2 +1")
                .containsPattern("gpu naive +MASE")
                .doesNotContain("data.sha256", "hyperParameters.batch");
        clear();
        assertThat(runs("show", one)).isZero();
        assertThat(out.toString()).contains("hyperParameters.batch", "data.sha256", "snaive168");
        clear();
        assertThat(execute(new TrainCommand(), "--resume", one, "--runs", runsFolder()))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("afm: run " + one + " is done");
    }

    @Test
    void corruptAndMissingRunsAreToldInOneLine() throws IOException {
        assertThat(runs()).isZero();
        assertThat(out.toString()).startsWith("there are no runs in ");
        Path corrupt = Files.createDirectories(folder.resolve("runs/broken"));
        Files.writeString(corrupt.resolve("run.json"), "{\"formatVersion\": 1,");
        Files.createDirectories(folder.resolve("runs/empty"));
        clear();
        assertThat(runs("list")).isZero();
        assertThat(out.toString()).contains("broken", "CORRUPT", "run.json: is corrupt");
        for (String[] wrong :
                new String[][] {
                    {"show", "broken", "run.json: is corrupt"},
                    {"show", "none", "there is no run 'none' in"},
                    {"show", "empty", "is not the folder of a run"},
                    {"compare", "broken", "none", "run.json: is corrupt"}
                }) {
            clear();
            String[] arguments = List.of(wrong).subList(0, wrong.length - 1).toArray(String[]::new);
            assertThat(runs(arguments)).isEqualTo(2);
            assertThat(err.toString()).contains(wrong[wrong.length - 1]).hasLineCount(1);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDiskThatIsFullIsToldWithTheFilesNameAndTheBundleIsNotLost() throws IOException {
        Files.createDirectories(output().getParent());
        // The temporary file beside the bundle: this device takes nothing.
        Files.createSymbolicLink(
                output().resolveSibling("." + output().getFileName() + ".tmp"),
                Path.of("/dev/full"));
        assertThat(train(month(), "--hidden", "4", "--epochs", "1", "--name", "full")).isEqualTo(2);
        String last = err.toString().lines().reduce((a, b) -> b).orElseThrow();
        assertThat(last)
                .startsWith(
                        "afm: "
                                + output()
                                + ": cannot be written: No space left on device; the bundle")
                .contains("the bundle is also ");
        assertThat(output()).doesNotExist();
        assertThat(Path.of(last.substring(last.indexOf("also ") + 5))).isNotEmptyFile();
    }

    @Test
    void badInputIsOneLineWithFileAndLineAndNothingIsWritten() throws IOException {
        Path file = file(HEADER + "2024-01-01T00:00:00Z,gpu,ann,-3,100\n");
        assertThat(train(file)).isEqualTo(2);
        assertThat(err.toString().trim()).isEqualTo("afm: " + file + ":2: used '-3' is negative");
        assertThat(output().getParent()).doesNotExist();
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void aFileWithoutRowsIsNamed() throws IOException {
        Path file = file(HEADER);
        assertThat(train(file)).isEqualTo(2);
        assertThat(err.toString().trim())
                .isEqualTo("afm: " + file + ": there are no rows to train on");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void tooLittleHistoryIsOneLine() throws IOException {
        assertThat(train(file(HEADER + "2024-01-01T00:00:00Z,gpu,ann,3,100\n"))).isEqualTo(2);
        assertThat(err.toString().trim())
                .startsWith("afm: the longest history has 1 windows")
                .hasLineCount(1);
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--period 7h|'7h' does not divide a day",
                "--capacity most|'most' is neither shared nor sum",
                "--networks lstm,rnn|'rnn' is none of lstm, gru",
                "--networks lstm,lstm|a network is named twice",
                "--budget soon|'soon' is not like 10m, 90s or 1h30m",
                "--budget 0s|'0s' is less than a second",
                "--trials 0|--trials 0 is not above 0",
                "--folds 0|--folds 0 is not in 1..12",
                "--folds 13|folds 13 is not in 1..12",
                "--hidden 0|hidden width 0 is not in 1..1024",
                "--batch 0|batch 0 is not in 1..4096",
                "--epochs -1|epochs -1 is not in 0..10000",
                "--patience 0|patience 0 is not in 1..10000",
                "--learning-rate 1|learning rate 1.0 is not between 0 and 1",
                "--weight-decay -1|weight decay -1.0 is not in 0..1",
                "--augmentation 2|augmentation 2.0 is not in 0..1",
                "--name a/b|--name 'a/b' is not of letters",
                "--resume x|--resume takes the options that the run was started with"
            })
    void everyOptionIsChecked(String option, String fault) {
        List<String> arguments = new ArrayList<>(List.of("--telemetry", "none.csv"));
        arguments.addAll(List.of(option.split(" ")));
        assertThat(execute(new TrainCommand(), arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(err.toString().lines().findFirst().orElse("")).contains(fault);
    }

    @Test
    void missingFilesAndRunsAreUsageFaults() {
        assertThat(execute(new TrainCommand())).isEqualTo(2);
        assertThat(err.toString()).startsWith("afm: --telemetry or --resume is missing");
        clear();
        assertThat(train(folder.resolve("none.csv"))).isEqualTo(2);
        assertThat(err.toString()).contains("none.csv: there is no such file");
        clear();
        assertThat(execute(new TrainCommand(), "--resume", "x", "--runs", runsFolder()))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("afm: there is no run 'x' in ");
    }

    private Path month() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        Instant start = Instant.parse("2024-01-01T00:00:00Z");
        for (int i = 0; i < 500; i++) {
            for (String tenant : new String[] {"ann", "bob"}) {
                double used = 50 + 30 * Math.sin(i / 3.8) + (i * 37 + tenant.length()) % 11;
                rows.append(start.plusSeconds(3600L * i)).append(",gpu,").append(tenant);
                rows.append(',').append(used).append(",100\n");
            }
        }
        return file(rows.toString());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("t.csv"), text);
    }

    private Path output() {
        return folder.resolve("models/bundle.zip");
    }

    private String runsFolder() {
        return folder.resolve("runs").toString();
    }

    private String run(String name) throws IOException {
        try (var runs = Files.list(folder.resolve("runs"))) {
            return runs.map(run -> run.getFileName().toString())
                    .filter(run -> run.endsWith("Z-" + name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private int train(Path file, String... more) {
        List<String> all = new ArrayList<>();
        all.addAll(List.of("--telemetry", file.toString(), "--output", output().toString()));
        all.addAll(List.of("--capacity", "sum", "--runs", runsFolder(), "--quick"));
        all.addAll(List.of(more));
        return execute(new TrainCommand(), all.toArray(String[]::new));
    }

    private int runs(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--runs", runsFolder()));
        return execute(new RunsCommand(), all.toArray(String[]::new));
    }

    private void clear() {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
    }

    private int execute(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
