package io.attentionfutures.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code deploy/image/build} says what it takes, and refuses what it cannot build. */
class BuildScriptTest {
    private static final long LIMIT_SECONDS = 20;

    /** How a run of the script ended. */
    private record Result(int exitCode, String output) {}

    @Test
    void helpListsTheOptions() throws Exception {
        Result result = run("--help");

        assertThat(result.exitCode()).isZero();
        assertThat(result.output()).contains("--variant cpu|cuda|afm", "--architecture", "--base");
    }

    @ParameterizedTest
    @CsvSource({
        "--variant rocm, --variant rocm: cpu, cuda or afm",
        "--architecture sparc, --architecture sparc: amd64 or arm64",
        "--variant cuda --architecture arm64, --architecture arm64: the variant cuda",
        "--variant, --variant: a value is missing",
        "--fast, --fast: unknown; see --help",
        "--tool no-such-program, --tool no-such-program: not on the PATH",
    })
    void whatCannotBeBuiltIsRefusedByName(String arguments, String message) throws Exception {
        Result result = run(arguments.split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).contains("build: " + message);
    }

    private static Result run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", Path.of("build").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("build does not end");
        }
        return new Result(process.exitValue(), output);
    }
}
