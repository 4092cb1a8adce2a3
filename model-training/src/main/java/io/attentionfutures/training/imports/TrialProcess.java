package io.attentionfutures.training.imports;

import io.attentionfutures.forecast.model.ModelBundleException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Tries a model in a process of its own: native code that reads a damaged file may end the process
 * that it runs in, and an endless model never ends it.
 */
final class TrialProcess {

    private static final long SECONDS = 120;

    private TrialProcess() {}

    /**
     * @throws ModelBundleException if the model does not score ordinary rows
     */
    static void run(Path model) {
        try {
            Path folder = Files.createTempDirectory("trial");
            Path said = folder.resolve("said");
            Path crash = folder.resolve("crash");
            try {
                Process process =
                        new ProcessBuilder(command(model, crash))
                                .redirectOutput(said.toFile())
                                .redirectError(ProcessBuilder.Redirect.DISCARD)
                                .start();
                judge(process, said);
            } finally {
                Files.deleteIfExists(said);
                Files.deleteIfExists(crash);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new ModelBundleException("it cannot be tried: " + e.getMessage(), e);
        }
    }

    private static List<String> command(Path model, Path crash) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + crash,
                "-cp",
                System.getProperty("java.class.path"),
                Trial.class.getName(),
                model.toAbsolutePath().toString());
    }

    private static void judge(Process process, Path said) throws IOException {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new ModelBundleException(
                        "it has not scored a few rows within " + SECONDS + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelBundleException("its trial was interrupted", e);
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() == Trial.REFUSED) {
            throw new ModelBundleException(Files.readString(said, StandardCharsets.UTF_8).trim());
        }
        if (process.exitValue() != 0) {
            throw new ModelBundleException(
                    "ONNX Runtime broke down over it (exit code "
                            + process.exitValue()
                            + "): the file is damaged, or an operator has the wrong inputs");
        }
    }
}
