package io.attentionfutures.local.agents;

import io.attentionfutures.market.ContractCode;
import io.attentionfutures.schemas.OrderAction;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.OrderType;
import io.attentionfutures.schemas.TimeInForce;
import io.attentionfutures.schemas.wire.AvroSafety;
import java.time.Instant;
import java.util.List;

/** Writes one participant's commands for one contract, with ids that count up. */
final class OrderWriter {
    static {
        AvroSafety.apply();
    }

    private final String account;
    private final String contract;
    private final OpenTime open;
    private final List<TimedCommand> commands;
    private int count;

    /**
     * Starts with the first id.
     *
     * @param open when the contract trades
     * @param commands where commands are added
     */
    OrderWriter(String account, ContractCode contract, OpenTime open, List<TimedCommand> commands) {
        this.account = account;
        this.contract = contract.toString();
        this.open = open;
        this.commands = commands;
    }

    /** Enters a limit order until gate closure; returns its id. */
    String limit(double moment, OrderSide side, long lots, long limitTicks) {
        return enter(moment, side, OrderType.LIMIT, TimeInForce.GTC, lots, limitTicks);
    }

    /** Enters a market order for the next uncross; returns its id. */
    String market(double moment, OrderSide side, long lots) {
        return enter(moment, side, OrderType.MARKET, TimeInForce.IOC, lots, 0);
    }

    /** Enters a limit order for all its lots in the next uncross; returns its id. */
    String fillOrKill(double moment, OrderSide side, long lots, long limitTicks) {
        return enter(moment, side, OrderType.LIMIT, TimeInForce.FOK, lots, limitTicks);
    }

    /** Enters a limit order until a later moment, if it is later; returns its id. */
    String goodTill(double moment, double expiry, OrderSide side, long lots, long limitTicks) {
        if (time(expiry) <= time(moment)) {
            return limit(moment, side, lots, limitTicks);
        }
        return add(
                moment,
                command(OrderAction.NEW)
                        .setSide(side)
                        .setOrderType(OrderType.LIMIT)
                        .setTimeInForce(TimeInForce.GTD)
                        .setExpiresAt(Instant.ofEpochMilli(time(expiry)))
                        .setLots(lots)
                        .setLimitTicks(limitTicks));
    }

    /**
     * Enters a block order over this contract and the following, unless there is no time for it.
     *
     * @param moment when, 0 as soon as all periods are listed, 1 at gate closure
     * @param listedLaterMillis how much later than the first the last of its contracts is listed
     */
    void block(
            double moment,
            long listedLaterMillis,
            OrderSide side,
            int periods,
            long lots,
            long limitTicks) {
        OpenTime left =
                new OpenTime(
                        open.hours(), open.fromMillis() + listedLaterMillis, open.untilMillis());
        long millis = left.millis();
        if (millis < 1) {
            return;
        }
        OrderCommand command =
                OrderCommand.newBuilder()
                        .setAccount(account)
                        .setClientOrderId(
                                "block-" + contract.substring(contract.lastIndexOf('.') + 1))
                        .setContract(contract)
                        .setAction(OrderAction.NEW_BLOCK)
                        .setSide(side)
                        .setPeriods(periods)
                        .setLots(lots)
                        .setLimitTicks(limitTicks)
                        .build();
        commands.add(new TimedCommand(left.after((long) (moment * millis)), command));
    }

    private String enter(
            double moment,
            OrderSide side,
            OrderType type,
            TimeInForce timeInForce,
            long lots,
            long limitTicks) {
        return add(
                moment,
                command(OrderAction.NEW)
                        .setSide(side)
                        .setOrderType(type)
                        .setTimeInForce(timeInForce)
                        .setLots(lots)
                        .setLimitTicks(limitTicks));
    }

    void cancel(double moment, String original) {
        add(
                moment,
                command(OrderAction.CANCEL)
                        .setOriginalClientOrderId(original)
                        .setLots(0)
                        .setLimitTicks(0));
    }

    String replace(double moment, String original, long lots, long limitTicks) {
        return add(
                moment,
                command(OrderAction.REPLACE)
                        .setOriginalClientOrderId(original)
                        .setLots(lots)
                        .setLimitTicks(limitTicks));
    }

    private OrderCommand.Builder command(OrderAction action) {
        return OrderCommand.newBuilder()
                .setAccount(account)
                .setClientOrderId(Integer.toString(++count))
                .setContract(contract)
                .setAction(action);
    }

    /** Adds a command at a moment of the contract's life: 0 at listing, 1 at gate closure. */
    private String add(double moment, OrderCommand.Builder command) {
        commands.add(new TimedCommand(time(moment), command.build()));
        return command.getClientOrderId();
    }

    private long time(double moment) {
        return open.after((long) (moment * open.millis()));
    }
}
