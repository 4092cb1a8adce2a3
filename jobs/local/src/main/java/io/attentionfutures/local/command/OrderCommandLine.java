package io.attentionfutures.local.command;

import io.attentionfutures.local.UserError;
import io.attentionfutures.local.agents.Participants;
import io.attentionfutures.schemas.OrderAction;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.OrderType;
import io.attentionfutures.schemas.TimeInForce;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./afm order}: places an order, or replaces one. */
@Command(
        name = "order",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Places an order and prints the market's answer; with --replace, changes one.",
            "Exit code 0 if accepted, 1 if rejected, 2 if something given was wrong, 3 if no answer"
                    + " came."
        })
public final class OrderCommandLine implements Callable<Integer> {
    enum Side {
        BUY,
        SELL
    }

    @Mixin private MarketAddress market;

    @Option(
            names = "--account",
            description = "Who orders. Default: " + Participants.OWN_ACCOUNT + ".")
    private String account = Participants.OWN_ACCOUNT;

    @Option(
            names = "--contract",
            required = true,
            paramLabel = "CODE",
            description = "e.g. H100.EUW1.1H.20261122T14Z; see ./afm watch prices.")
    private String contract;

    @Option(names = "--side", paramLabel = "buy|sell", description = "Side of a new order.")
    private Side side;

    @Option(
            names = "--lots",
            required = true,
            paramLabel = "N",
            description = "Quantity; of a replaced order the new total.")
    private long lots;

    @Option(
            names = "--limit",
            paramLabel = "TICKS",
            description = "Limit in ticks. Without one: a market order.")
    private Long limit;

    @Option(names = "--ioc", description = "For the next call only.")
    private boolean ioc;

    @Option(names = "--id", description = "Client order id. Default: a new one.")
    private String id = Answer.newId();

    @Option(names = "--replace", paramLabel = "ID", description = "The order to change.")
    private String replaced;

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        OrderCommand.Builder command =
                OrderCommand.newBuilder()
                        .setAccount(account)
                        .setClientOrderId(id)
                        .setContract(contract)
                        .setLots(lots)
                        .setLimitTicks(limit == null ? 0 : limit);
        if (replaced != null) {
            if (limit == null) {
                throw new UserError("--replace needs --limit and --lots of the changed order");
            }
            command.setAction(OrderAction.REPLACE).setOriginalClientOrderId(replaced);
        } else {
            if (side == null) {
                throw new UserError("--side buy or --side sell is needed");
            }
            command.setAction(OrderAction.NEW)
                    .setSide(OrderSide.valueOf(side.name()))
                    .setOrderType(limit == null ? OrderType.MARKET : OrderType.LIMIT)
                    .setTimeInForce(ioc ? TimeInForce.IOC : TimeInForce.GTC);
        }
        return Answer.to(market, command.build(), json);
    }
}
