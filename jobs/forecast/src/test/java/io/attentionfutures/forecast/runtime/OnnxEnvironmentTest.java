package io.attentionfutures.forecast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OnnxEnvironmentTest {

    /** Loads the library, as another process. */
    public static final class Loading {

        private Loading() {}

        public static void main(String[] arguments) {
            System.out.print(new OnnxRuntimeEngine().available());
        }
    }

    @Test
    void aLongCommandLineDoesNotKillTheProcess() throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dlong=" + "x".repeat(100_000),
                        "-XX:-CreateCoredumpOnCrash",
                        Loading.class.getName());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).endsWith("true");
    }
}
