package io.attentionfutures.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ./afm} from the tests' class path, for a process of its own. */
public final class AfmJvm {
    private AfmJvm() {}

    /** Prepares a command; where its output goes is left to the caller. */
    public static ProcessBuilder of(List<String> arguments) {
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
        return new ProcessBuilder(command);
    }
}
