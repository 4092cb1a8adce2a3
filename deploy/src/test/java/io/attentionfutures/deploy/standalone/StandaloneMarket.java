package io.attentionfutures.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.deploy.Ports;
import io.attentionfutures.deploy.Program;
import io.attentionfutures.deploy.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A market that {@code deploy/standalone/market} runs, and the command line beside it. */
final class StandaloneMarket implements AutoCloseable {
    private static final long LIMIT_SECONDS = 240;
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    final int kafkaPort = Ports.next();
    final int webPort = Ports.next();
    final int rpcPort = Ports.next();
    private final Path home;

    StandaloneMarket(Path home) {
        this.home = home;
    }

    String bootstrapServers() {
        return "127.0.0.1:" + kafkaPort;
    }

    /** Runs a command of the script to its end. */
    Program.Outcome script(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Project.path("deploy/standalone/market").toString(),
                                "--home",
                                home.toString()));
        command.addAll(List.of(arguments));
        return Program.run(
                command, Map.of("JAVA_HOME", System.getProperty("java.home")), LIMIT_SECONDS);
    }

    /** Runs a command of the script, which must succeed, and returns what it said. */
    String done(String... arguments) throws Exception {
        Program.Outcome outcome = script(arguments);
        assertThat(outcome.exitCode())
                .as(String.join(" ", arguments) + ": " + outcome.said())
                .isZero();
        return outcome.said();
    }

    /** Runs a command of {@code ./afm} on this market, which must succeed. */
    void afm(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                JAVA,
                                "-Xmx400m",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-jar",
                                Project.commandLineJar().toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--bootstrap", bootstrapServers()));
        Program.Outcome outcome = Program.run(command, Map.of(), LIMIT_SECONDS);
        assertThat(outcome.exitCode()).as(command + ": " + outcome.said()).isZero();
    }

    /** The processes of this market that run, by what the script marks them with. */
    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(
                        process ->
                                process.info()
                                        .commandLine()
                                        .filter(line -> line.contains("-Dafm.standalone=" + home))
                                        .isPresent())
                .toList();
    }

    /** Ends what a failed test has left. */
    @Override
    public void close() {
        processes().forEach(ProcessHandle::destroyForcibly);
    }
}
