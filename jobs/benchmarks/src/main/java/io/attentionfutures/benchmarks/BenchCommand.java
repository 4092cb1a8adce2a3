package io.attentionfutures.benchmarks;

import io.attentionfutures.benchmarks.clearing.UncrossCommand;
import io.attentionfutures.benchmarks.flow.EndToEndCommand;
import io.attentionfutures.benchmarks.flow.LatencyCommand;
import io.attentionfutures.benchmarks.flow.ScaleCommand;
import io.attentionfutures.benchmarks.flow.SoakCommand;
import io.attentionfutures.schemas.wire.AvroSafety;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.Main;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./afm bench}: the benchmarks by name, or one after another. */
@Command(
        name = "afm bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the market. Each benchmark prints its conditions; see"
                    + " jobs/benchmarks/README.md for method and figures. Without a name all of"
                    + " them run one after another, which takes some hours.",
            "Exit code 0, 1 if something failed, 2 if something given was wrong."
        },
        commandListHeading = "%nBenchmarks (each has a --help of its own):%n",
        subcommands = {
            EndToEndCommand.class,
            UncrossCommand.class,
            ScoringCommand.class,
            LatencyCommand.class,
            ScaleCommand.class,
            SoakCommand.class
        })
public final class BenchCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    /** JMH reads its own arguments. */
    private static final String JMH = "jmh";

    @Option(names = "--json", description = "Print one JSON object a benchmark, a line each.")
    private boolean json;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    public static void main(String[] arguments) throws IOException {
        AvroSafety.apply();
        if (arguments.length > 0 && arguments[0].equals(JMH)) {
            Main.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        CommandLine command = new CommandLine(new BenchCommand());
        command.getCommandSpec()
                .usageMessage()
                .footer("%nMicrobenchmarks by JMH's own command line: ./afm bench jmh -h");
        System.exit(
                command.setCaseInsensitiveEnumValuesAllowed(true)
                        .setExecutionExceptionHandler(BenchCommand::failed)
                        .execute(arguments));
    }

    /** What went wrong in a line; {@code AFM_LOG_LEVEL} and the processes' logs say more. */
    private static int failed(
            Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println("afm: " + failure.getMessage());
        return FAILED;
    }

    @Override
    public Integer call() {
        int code = 0;
        for (CommandLine benchmark : spec.commandLine().getSubcommands().values()) {
            System.err.println("afm: " + benchmark.getCommandName());
            List<String> arguments = json ? List.of("--json") : List.of();
            code = Math.max(code, benchmark.execute(arguments.toArray(String[]::new)));
        }
        return code;
    }
}
