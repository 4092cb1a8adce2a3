package io.attentionfutures.local.audit;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./afm audit}: checks what the market said. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Checks what the market said against its logs.",
        subcommands = VerifyCommandLine.class)
public final class AuditCommandLine implements Runnable {
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }
}
