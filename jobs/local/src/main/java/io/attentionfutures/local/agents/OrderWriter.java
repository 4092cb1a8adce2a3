package io.attentionfutures.local.agents;

import io.attentionfutures.market.ContractCode;
import io.attentionfutures.schemas.OrderAction;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.OrderType;
import io.attentionfutures.schemas.TimeInForce;
import io.attentionfutures.schemas.wire.AvroSafety;
import java.util.List;

/** Writes one participant's commands for one contract, with ids that count up. */
final class OrderWriter {
    static {
        AvroSafety.apply();
    }

    private final String account;
    private final String contract;
    private final long listedMillis;
    private final long gateMillis;
    private final List<TimedCommand> commands;
    private int count;

    /**
     * Starts with the first id.
     *
     * @param listedMillis when the contract is listed
     * @param gateMillis when it closes
     * @param commands where commands are added
     */
    OrderWriter(
            String account,
            ContractCode contract,
            long listedMillis,
            long gateMillis,
            List<TimedCommand> commands) {
        this.account = account;
        this.contract = contract.toString();
        this.listedMillis = listedMillis;
        this.gateMillis = gateMillis;
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
        long time = listedMillis + 1 + (long) (moment * (gateMillis - listedMillis - 2));
        commands.add(new TimedCommand(time, command.build()));
        return command.getClientOrderId();
    }
}
