package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.SelfTradePrevention;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.wire.MalformedRecordException;

/** Maps public records to the market's events. */
final class EventConverters {
    private EventConverters() {}

    /**
     * Converts a command; symbols that today's market does not know become null, to be rejected.
     */
    static MarketEvent.OrderCommand command(OrderCommand command, LogPosition position) {
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
                command.getLimitTicks());
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
            case UNKNOWN -> null;
        };
    }

    static ContractSpecification specification(
            io.attentionfutures.schemas.ContractSpecification record)
            throws MalformedRecordException {
        AllocationProfile profile =
                switch (record.getAllocationProfile()) {
                    case MAX_MIN -> AllocationProfile.MAX_MIN;
                    case PRICE_TIME -> AllocationProfile.PRICE_TIME;
                    case PRO_RATA -> AllocationProfile.PRO_RATA;
                    case UNKNOWN ->
                            throw new MalformedRecordException("allocationProfile is not known");
                };
        SelfTradePrevention prevention =
                switch (record.getSelfTradePrevention()) {
                    case CANCEL_NEW -> SelfTradePrevention.CANCEL_NEW;
                    case CANCEL_RESTING -> SelfTradePrevention.CANCEL_RESTING;
                    case UNKNOWN ->
                            throw new MalformedRecordException("selfTradePrevention is not known");
                };
        try {
            return new ContractSpecification(
                    record.getMarket(),
                    record.getSegment(),
                    record.getResourceUnit(),
                    record.getPeriodMillis(),
                    record.getLotSize(),
                    record.getTickValue(),
                    record.getPriceIncrementTicks(),
                    record.getFloorTicks(),
                    record.getCapTicks(),
                    record.getMarginalCostTicks(),
                    record.getMinimumReserve(),
                    record.getListingHorizon(),
                    record.getCallIntervalMillis(),
                    record.getGateClosureMillis(),
                    record.getFreezeMillis(),
                    record.getMaximumOrderLots(),
                    record.getProtectionTicks(),
                    record.getBandFloorTicks(),
                    record.getBandFraction(),
                    record.getReferenceStepTicks(),
                    record.getOpeningReferenceTicks(),
                    record.getForecastStaleMillis(),
                    record.getMarketStaleMillis(),
                    record.getMarketDeviationTicks(),
                    record.getMinimumVolumeLots(),
                    profile,
                    prevention);
        } catch (IllegalArgumentException e) {
            throw new MalformedRecordException(e.getMessage(), e);
        }
    }

    static Account account(io.attentionfutures.schemas.Account record)
            throws MalformedRecordException {
        Role role =
                switch (record.getRole()) {
                    case PROVIDER -> Role.PROVIDER;
                    case CONSUMER -> Role.CONSUMER;
                    case INVESTOR -> Role.INVESTOR;
                    case REGULATOR -> Role.REGULATOR;
                    case UNKNOWN -> throw new MalformedRecordException("role is not known");
                };
        try {
            return new Account(record.getAccount(), role, record.getActive(), record.getWeight());
        } catch (IllegalArgumentException e) {
            throw new MalformedRecordException(e.getMessage(), e);
        }
    }
}
