package io.attentionfutures.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.local.AfmJvm;
import io.attentionfutures.local.UndisturbedRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(UndisturbedRun.Provider.class)
@Timeout(value = 400, unit = TimeUnit.SECONDS)
class KilledProcessE2ECase {
    private static final Pattern PROGRESS = Pattern.compile("\\[[#.]{20}\\] +(\\d+) %");

    /** Three days in some forty seconds, so that there is a middle to be killed in. */
    private static final String SLOW = "6000";

    @TempDir private Path folder;

    @Test
    void aRunThatWasKilledGoesOnToTheSameBytes(UndisturbedRun run) throws Exception {
        Path output = folder.resolve("output");
        String data = folder.resolve("data").toString();

        killInTheMiddle(run.again(data, output, "--speed", SLOW));

        assertThat(output).doesNotExist();
        String said = finish(run.again(data, output, "--parallelism", "3"));
        assertThat(said).contains("going on with the run in " + data);
        assertThat(UndisturbedRun.files(output)).isEqualTo(UndisturbedRun.files(run.output()));
    }

    private static Process start(List<String> arguments, ProcessBuilder.Redirect err)
            throws IOException {
        return AfmJvm.of(arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err)
                .start();
    }

    private static void killInTheMiddle(List<String> arguments) throws Exception {
        Process process = start(arguments, ProcessBuilder.Redirect.PIPE);
        try (BufferedReader err =
                new BufferedReader(
                        new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            StringBuilder said = new StringBuilder();
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                said.append(line).append('\n');
                Matcher progress = PROGRESS.matcher(line);
                if (progress.find() && Integer.parseInt(progress.group(1)) >= 20) {
                    assertThat(Integer.parseInt(progress.group(1))).isBetween(20, 95);
                    return;
                }
            }
            throw new AssertionError("ended without having been killed:\n" + said);
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private String finish(List<String> arguments) throws IOException, InterruptedException {
        Path err = folder.resolve("stderr.txt");
        Process process = start(arguments, ProcessBuilder.Redirect.to(err.toFile()));
        try {
            assertThat(process.waitFor(200, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(err)).isZero();
            return Files.readString(err);
        } finally {
            process.destroyForcibly();
        }
    }
}
