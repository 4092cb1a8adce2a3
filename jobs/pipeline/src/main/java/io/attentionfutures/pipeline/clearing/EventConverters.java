package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.market.clearing.MarketEvent.DirectiveAction;
import io.attentionfutures.market.clearing.MarketEvent.TransferKind;
import io.attentionfutures.pipeline.log.LoggedRecord;
import io.attentionfutures.schemas.CollateralTransfer;
import io.attentionfutures.schemas.Directive;
import io.attentionfutures.schemas.OrderCommand;

/**
 * Maps what participants, operators and regulators ask for to the market's events. Symbols that
 * today's market does not know become null, to be rejected.
 */
public final class EventConverters {
    private EventConverters() {}

    /** Returns where a record stands in the logs, at its effective time. */
    public static LogPosition position(LoggedRecord record, long effectiveMillis) {
        return new LogPosition(
                effectiveMillis, record.topic(), record.partition(), record.offset());
    }

    /** Converts an order command. */
    public static MarketEvent.OrderCommand command(OrderCommand command, LogPosition position) {
        return switch (command.getAction()) {
            case NEW ->
                    newOrder(
                            command,
                            position,
                            side(command),
                            orderType(command),
                            timeInForce(command));
            // Without a type it is rejected, whatever else it says.
            case UNKNOWN -> newOrder(command, position, side(command), null, null);
            case NEW_BLOCK ->
                    new MarketEvent.NewBlockOrder(
                            position,
                            command.getAccount(),
                            command.getClientOrderId(),
                            command.getContract(),
                            side(command),
                            command.getPeriods(),
                            command.getLots(),
                            command.getLimitTicks());
            case CANCEL ->
                    new MarketEvent.CancelOrder(
                            position,
                            command.getAccount(),
                            command.getClientOrderId(),
                            command.getContract(),
                            command.getOriginalClientOrderId());
            case REPLACE ->
                    new MarketEvent.ReplaceOrder(
                            position,
                            command.getAccount(),
                            command.getClientOrderId(),
                            command.getContract(),
                            command.getOriginalClientOrderId(),
                            command.getLots(),
                            command.getLimitTicks());
        };
    }

    private static MarketEvent.NewOrder newOrder(
            OrderCommand command,
            LogPosition position,
            Side side,
            OrderType type,
            TimeInForce timeInForce) {
        return new MarketEvent.NewOrder(
                position,
                command.getAccount(),
                command.getClientOrderId(),
                command.getContract(),
                side,
                type,
                timeInForce,
                command.getLots(),
                command.getLimitTicks(),
                command.getExpiresAt().toEpochMilli());
    }

    private static Side side(OrderCommand command) {
        return switch (command.getSide()) {
            case BUY -> Side.BUY;
            case SELL -> Side.SELL;
            case UNKNOWN -> null;
        };
    }

    private static OrderType orderType(OrderCommand command) {
        return switch (command.getOrderType()) {
            case LIMIT -> OrderType.LIMIT;
            case MARKET -> OrderType.MARKET;
            case UNKNOWN -> null;
        };
    }

    private static TimeInForce timeInForce(OrderCommand command) {
        return switch (command.getTimeInForce()) {
            case GTC -> TimeInForce.GTC;
            case IOC -> TimeInForce.IOC;
            case FOK -> TimeInForce.FOK;
            case GTD -> TimeInForce.GTD;
            case UNKNOWN -> null;
        };
    }

    /** Converts a transfer of collateral. */
    public static MarketEvent.CollateralMoved transfer(
            CollateralTransfer transfer, LogPosition position) {
        TransferKind kind =
                switch (transfer.getKind()) {
                    case DEPOSIT -> TransferKind.DEPOSIT;
                    case WITHDRAWAL -> TransferKind.WITHDRAWAL;
                    case UNKNOWN -> null;
                };
        return new MarketEvent.CollateralMoved(
                position,
                transfer.getTransferId(),
                transfer.getAccount(),
                kind,
                transfer.getAmount());
    }

    /** Converts a directive. */
    public static MarketEvent.DirectiveIssued directive(Directive directive, LogPosition position) {
        DirectiveAction action =
                switch (directive.getAction()) {
                    case HALT -> DirectiveAction.HALT;
                    case RESUME -> DirectiveAction.RESUME;
                    case SET_BAND -> DirectiveAction.SET_BAND;
                    case SET_POSITION_LIMIT -> DirectiveAction.SET_POSITION_LIMIT;
                    case SUSPEND_ACCOUNT -> DirectiveAction.SUSPEND_ACCOUNT;
                    case REINSTATE_ACCOUNT -> DirectiveAction.REINSTATE_ACCOUNT;
                    case SET_ALLOCATION_PROFILE -> DirectiveAction.SET_ALLOCATION_PROFILE;
                    case SET_MARGIN_BUFFER -> DirectiveAction.SET_MARGIN_BUFFER;
                    case UNKNOWN -> null;
                };
        AllocationProfile profile =
                switch (directive.getAllocationProfile()) {
                    case MAX_MIN -> AllocationProfile.MAX_MIN;
                    case PRICE_TIME -> AllocationProfile.PRICE_TIME;
                    case PRO_RATA -> AllocationProfile.PRO_RATA;
                    case UNKNOWN -> null;
                };
        return new MarketEvent.DirectiveIssued(
                position,
                directive.getDirectiveId(),
                directive.getIssuer(),
                action,
                directive.getTarget(),
                directive.getLowTicks(),
                directive.getHighTicks(),
                directive.getLots(),
                directive.getBuffer(),
                profile);
    }
}
