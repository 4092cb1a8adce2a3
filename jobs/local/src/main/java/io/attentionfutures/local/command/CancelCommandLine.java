package io.attentionfutures.local.command;

import io.attentionfutures.local.agents.Participants;
import io.attentionfutures.schemas.OrderAction;
import io.attentionfutures.schemas.OrderCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./afm cancel}: takes an order out of the book. */
@Command(
        name = "cancel",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Cancels an order and prints the market's answer.",
            "Exit code 0 if cancelled, 1 if rejected, 2 if something given was wrong, 3 if no answer"
                    + " came."
        })
public final class CancelCommandLine implements Callable<Integer> {
    @Mixin private MarketAddress market;

    @Option(
            names = "--account",
            description = "Whose order it is. Default: " + Participants.OWN_ACCOUNT + ".")
    private String account = Participants.OWN_ACCOUNT;

    @Option(
            names = "--contract",
            required = true,
            paramLabel = "CODE",
            description = "Contract of the order.")
    private String contract;

    @Option(
            names = "--order",
            required = true,
            paramLabel = "ID",
            description = "Its client order id.")
    private String original;

    @Option(names = "--id", description = "Id of this command. Default: a new one.")
    private String id = Answer.newId();

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        return Answer.to(
                market,
                OrderCommand.newBuilder()
                        .setAccount(account)
                        .setClientOrderId(id)
                        .setContract(contract)
                        .setAction(OrderAction.CANCEL)
                        .setOriginalClientOrderId(original)
                        .setLots(0)
                        .setLimitTicks(0)
                        .build(),
                json);
    }
}
