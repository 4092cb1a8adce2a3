package io.attentionfutures.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compose file is one that {@code docker-compose} takes. */
class ComposeCommandTest {
    private static final Path FOLDER = Path.of("..", "compose");
    private static final long LIMIT_SECONDS = 60;

    @TempDir private Path folder;

    @BeforeAll
    static void dockerComposeIsThere() {
        boolean there =
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "docker-compose")));
        assumeTrue(there, "docker-compose is not on the PATH: install docker-compose");
    }

    @Test
    void dockerComposeTakesIt() throws Exception {
        assertThat(check(compose())).isEmpty();
    }

    @Test
    void dockerComposeRefusesAMistake() throws Exception {
        String mistaken = compose().replace("healthcheck:", "healthchek:");

        assertThat(check(mistaken)).contains("healthchek");
    }

    /**
     * The project's name at the top is newer than the version 1 of docker-compose that may be
     * there.
     */
    private static String compose() throws IOException {
        return Files.readString(FOLDER.resolve("compose.yaml")).replaceFirst("(?m)^name:.*$", "");
    }

    private String check(String compose) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("compose.yaml"), compose);
        Process process =
                new ProcessBuilder(
                                "docker-compose",
                                "--project-directory",
                                FOLDER.toString(),
                                "--file",
                                file.toString(),
                                "config",
                                "--quiet")
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("docker-compose does not end");
        }
        return output;
    }
}
