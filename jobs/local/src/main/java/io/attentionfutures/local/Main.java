package io.attentionfutures.local;

import io.attentionfutures.forecast.model.ModelBundleException;
import io.attentionfutures.forecast.model.ScoringEngineException;
import io.attentionfutures.forecast.telemetry.TelemetryFormatException;
import io.attentionfutures.local.audit.AuditCommandLine;
import io.attentionfutures.local.command.CancelCommandLine;
import io.attentionfutures.local.command.ClearCommandLine;
import io.attentionfutures.local.command.DepositCommandLine;
import io.attentionfutures.local.command.DirectiveCommandLine;
import io.attentionfutures.local.command.OrderCommandLine;
import io.attentionfutures.local.command.PublishCommandLine;
import io.attentionfutures.local.command.SimulateCommandLine;
import io.attentionfutures.local.command.WatchCommandLine;
import io.attentionfutures.local.command.WithdrawCommandLine;
import io.attentionfutures.local.follow.TrainOrFollowCommand;
import io.attentionfutures.local.registry.PrepareCommandLine;
import io.attentionfutures.local.registry.RegistryCommandLine;
import io.attentionfutures.local.run.RunCommand;
import io.attentionfutures.schemas.wire.AvroSafety;
import io.attentionfutures.training.TrainingException;
import io.attentionfutures.training.command.EvaluateCommand;
import io.attentionfutures.training.command.RunsCommand;
import io.attentionfutures.training.imports.ImportCommand;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The command {@code ./afm}. */
@Command(
        name = "afm",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "A market for compute by the delivery hour.",
        subcommands = {
            RunCommand.class,
            OrderCommandLine.class,
            CancelCommandLine.class,
            DepositCommandLine.class,
            WithdrawCommandLine.class,
            DirectiveCommandLine.class,
            WatchCommandLine.class,
            ClearCommandLine.class,
            AuditCommandLine.class,
            SimulateCommandLine.class,
            TrainOrFollowCommand.class,
            PublishCommandLine.class,
            EvaluateCommand.class,
            ImportCommand.class,
            RunsCommand.class,
            PrepareCommandLine.class,
            RegistryCommandLine.class
        })
public final class Main implements Runnable {
    private static final int WRONG_INPUT = 2;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    /** Runs a command and returns its exit code. */
    static int execute(String... arguments) {
        AvroSafety.apply();
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(oneLine())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    /** What the user can put right is told in one line; everything else with its trace. */
    private static IExecutionExceptionHandler oneLine() {
        return (failure, command, parsed) -> {
            if (failure instanceof UserError
                    || failure instanceof TelemetryFormatException
                    || failure instanceof ModelBundleException
                    || failure instanceof ScoringEngineException
                    || failure instanceof TrainingException) {
                LoggerFactory.getLogger(Main.class).debug("failed", failure);
                command.getErr().println("afm: " + failure.getMessage());
                return WRONG_INPUT;
            }
            command.getErr()
                    .println("afm: unexpected failure in " + parsed.commandSpec().qualifiedName());
            failure.printStackTrace(command.getErr());
            return 1;
        };
    }

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    /** The version from the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"afm " + (version == null ? "(not packaged)" : version)};
        }
    }
}
