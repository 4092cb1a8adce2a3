package io.attentionfutures.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.local.AfmCommand.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A run that nothing gets in the way of, which others are compared with. It is made once for all
 * tests: three days, hourly, with parallelism 1.
 */
public final class UndisturbedRun implements AutoCloseable {
    /** Hours in its trace. */
    public static final int HOURS = 72;

    private final Path folder;
    private final Path trace;
    private final Said said;

    private UndisturbedRun() throws IOException {
        folder = Files.createTempDirectory("undisturbed-");
        trace = SmallTrace.write(folder.resolve("trace.csv"), HOURS);
        said =
                AfmCommand.run(
                        arguments(trace, "tmp", output(), "--parallelism", "1")
                                .toArray(String[]::new));
        assertThat(said.exitCode()).as(said.err()).isZero();
    }

    /** Returns its telemetry file. */
    public Path trace() {
        return trace;
    }

    /** Returns where it wrote its output. */
    public Path output() {
        return folder.resolve("output");
    }

    /** Returns what it said. */
    public Said said() {
        return said;
    }

    /** Returns the arguments of a run of the same market. */
    public List<String> again(String data, Path output, String... more) {
        return arguments(trace, data, output, more);
    }

    private static List<String> arguments(Path trace, String data, Path output, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "run",
                                "--telemetry",
                                trace.toString(),
                                "--no-model",
                                "--json",
                                "--data",
                                data,
                                "--output",
                                output.toString(),
                                "--web-port",
                                Integer.toString(FreePorts.next())));
        List<String> rest = List.of(more);
        arguments.addAll(rest);
        if (!rest.contains("--bootstrap")) {
            arguments.addAll(List.of("--port", Integer.toString(FreePorts.next())));
        }
        return arguments;
    }

    /** Returns the files of an output folder with their bytes as text. */
    public static TreeMap<String, String> files(Path output) throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(output)) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), Files.readString(path));
            }
        }
        return files;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Gives tests the run as a parameter. */
    public static final class Provider implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == UndisturbedRun.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(
                            UndisturbedRun.class,
                            key -> {
                                try {
                                    return new UndisturbedRun();
                                } catch (IOException e) {
                                    throw new java.io.UncheckedIOException(e);
                                }
                            });
        }
    }
}
