package io.attentionfutures.local.command;

import io.attentionfutures.local.UserError;
import io.attentionfutures.local.agents.Participants;
import io.attentionfutures.schemas.OrderAction;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.OrderType;
import io.attentionfutures.schemas.TimeInForce;
import java.time.Instant;
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
            "Places an order and prints the market's answer; with --replace, changes one; with"
                    + " --periods, a block order: all lots in each of some consecutive delivery"
                    + " periods, or none.",
            "Exit code 0 if accepted, 1 if rejected, 2 if something given was wrong, 3 if no answer"
                    + " came."
        })
public final class OrderCommandLine implements Callable<Integer> {
    enum Side {
        BUY,
        SELL
    }

    enum Life {
        GTC,
        IOC,
        FOK,
        GTD
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

    @Option(
            names = "--time-in-force",
            paramLabel = "GTC|IOC|FOK|GTD",
            defaultValue = "GTC",
            description =
                    "GTC until gate closure, IOC for the next call only, FOK for the next call and"
                            + " all lots or none, GTD until --expires-at. Default: GTC.")
    private Life timeInForce;

    @Option(names = "--ioc", description = "The same as --time-in-force IOC.")
    private boolean ioc;

    @Option(
            names = "--expires-at",
            paramLabel = "TIME",
            description = "When a GTD order expires, ISO 8601 UTC, e.g. 2026-11-22T14:00:00Z.")
    private Instant expiresAt;

    @Option(
            names = "--periods",
            paramLabel = "N",
            description =
                    "A block order over N delivery periods from the contract's on; --limit is one"
                            + " on their mean price.")
    private Integer periods;

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
            require(limit != null, "--replace needs --limit and --lots of the changed order");
            command.setAction(OrderAction.REPLACE).setOriginalClientOrderId(replaced);
        } else {
            require(side != null, "--side buy or --side sell is needed");
            command.setSide(OrderSide.valueOf(side.name()));
            if (periods != null) {
                block(command);
            } else {
                single(command);
            }
        }
        return Answer.to(market, command.build(), json);
    }

    private void block(OrderCommand.Builder command) {
        require(limit != null, "--periods needs --limit: a block order has one");
        require(
                !ioc && timeInForce == Life.GTC && expiresAt == null,
                "--periods excludes --time-in-force: a block order stays until its first gate"
                        + " closes");
        command.setAction(OrderAction.NEW_BLOCK).setPeriods(periods);
    }

    private void single(OrderCommand.Builder command) {
        Life life = ioc ? Life.IOC : timeInForce;
        require(
                (life == Life.GTD) == (expiresAt != null),
                "--time-in-force GTD and --expires-at go together");
        command.setAction(OrderAction.NEW)
                .setOrderType(limit == null ? OrderType.MARKET : OrderType.LIMIT)
                .setTimeInForce(TimeInForce.valueOf(life.name()));
        if (expiresAt != null) {
            command.setExpiresAt(expiresAt);
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new UserError(message);
        }
    }
}
