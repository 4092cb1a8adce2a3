package io.attentionfutures.local.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./afm} in a process of its own, with its log at DEBUG. */
final class AfmProcess implements AutoCloseable {
    private final Process process;
    private final Path said;

    private AfmProcess(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /** Starts a command; standard output, standard error and log go to one file. */
    static AfmProcess start(Path said, List<String> arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx700m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                // The command's own, not the tests'.
                                "-Dlog4j.configurationFile="
                                        + Path.of("src/main/resources/log4j2.properties")
                                                .toAbsolutePath(),
                                "io.attentionfutures.local.Main"));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("AFM_LOG_LEVEL", "debug");
        return new AfmProcess(builder.start(), said);
    }

    long id() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Returns what it has said so far. */
    String said() throws IOException {
        return Files.readString(said);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("process " + process.pid() + " does not end");
        }
    }
}
