package io.attentionfutures.local.command;

import io.attentionfutures.schemas.TransferKind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./afm withdraw}: collateral leaves. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Takes collateral that nothing needs out of a clearing segment, and prints the market's answer.",
            "Exit code 0 if accepted, 1 if rejected, 2 if something given was wrong, 3 if no answer"
                    + " came."
        })
public final class WithdrawCommandLine implements Callable<Integer> {
    @Mixin private Transfer transfer;

    @Override
    public Integer call() {
        return transfer.make(TransferKind.WITHDRAWAL);
    }
}
