package io.attentionfutures.deploy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program that is not part of the project, or a process of it, with its output in a file. */
public final class Program implements AutoCloseable {
    private final Process process;
    private final Path output;

    /** What a program that has ended said, standard error among it. */
    public record Outcome(int exitCode, String said) {}

    private Program(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Returns where a program of this machine is; empty if it is not installed. */
    public static Optional<Path> find(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts a program. */
    public static Program start(List<String> command, Map<String, String> environment, Path output)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().putAll(environment);
        return new Program(builder.start(), output);
    }

    /** Runs a program to its end. */
    public static Outcome run(
            List<String> command, Map<String, String> environment, long limitSeconds)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("program-", ".log");
        try (Program program = start(command, environment, output)) {
            if (!program.process.waitFor(limitSeconds, TimeUnit.SECONDS)) {
                throw new AssertionError(
                        command + " did not end in " + limitSeconds + " s:\n" + program.said());
            }
            return new Outcome(program.process.exitValue(), program.said());
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** Fails if the program has ended. */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw new AssertionError("ended with " + process.exitValue() + ":\n" + said());
        }
    }

    /** Returns all that it has said so far. */
    public String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new AssertionError("cannot read " + output, e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
