package io.attentionfutures.benchmarks;

import io.attentionfutures.benchmarks.clearing.UncrossCommand;
import io.attentionfutures.benchmarks.flow.EndToEndCommand;
import io.attentionfutures.benchmarks.flow.LatencyCommand;
import io.attentionfutures.benchmarks.flow.ScaleCommand;
import io.attentionfutures.schemas.wire.AvroSafety;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./afm bench}: the benchmarks by name; every other argument is JMH's. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the market. Each benchmark prints its conditions; see"
                    + " jobs/benchmarks/README.md for method and figures.",
            "Anything else is given to JMH: ./afm bench runs all its benchmarks, some minutes,"
                    + " ./afm bench UncrossBenchmark one of them, ./afm bench -h tells its options."
        },
        subcommands = {
            EndToEndCommand.class,
            LatencyCommand.class,
            ScaleCommand.class,
            ScoringCommand.class,
            UncrossCommand.class
        })
public final class BenchCommand implements Runnable {
    private static final int FAILED = 1;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    public static void main(String[] arguments) throws IOException {
        AvroSafety.apply();
        CommandLine command = new CommandLine(new BenchCommand());
        if (isOurs(command, arguments)) {
            System.exit(
                    command.setCaseInsensitiveEnumValuesAllowed(true)
                            .setExitCodeExceptionMapper(failure -> FAILED)
                            .execute(arguments));
        }
        org.openjdk.jmh.Main.main(arguments);
    }

    private static boolean isOurs(CommandLine command, String... arguments) {
        return arguments.length > 0
                && (arguments[0].equals("--help")
                        || command.getSubcommands().containsKey(arguments[0]));
    }

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }
}
