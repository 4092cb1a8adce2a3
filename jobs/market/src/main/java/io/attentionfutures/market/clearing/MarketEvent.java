package io.attentionfutures.market.clearing;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;

/** What can happen to a clearing segment. Field values of commands are as received, unchecked. */
public sealed interface MarketEvent {
    /** Where the event stands in the logs. */
    LogPosition position();

    /** A market opens or its rules change. */
    record SpecificationChanged(LogPosition position, ContractSpecification specification)
            implements MarketEvent {}

    /** An account joins the segment or changes. */
    record AccountChanged(LogPosition position, Account account) implements MarketEvent {}

    /** A command of an account, answered by exactly one acknowledgement or rejection. */
    sealed interface OrderCommand extends MarketEvent {
        String account();

        /** The account's own id of this command, unique among all that it ever enters. */
        String clientOrderId();

        /** Contract code as received. */
        String contract();
    }

    /**
     * Enters an order.
     *
     * @param limitTicks limit in ticks; ignored for market orders
     */
    record NewOrder(
            LogPosition position,
            String account,
            String clientOrderId,
            String contract,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long lots,
            long limitTicks)
            implements OrderCommand {}

    /**
     * Takes what is left of an order out of the book.
     *
     * @param originalClientOrderId the order to cancel
     */
    record CancelOrder(
            LogPosition position,
            String account,
            String clientOrderId,
            String contract,
            String originalClientOrderId)
            implements OrderCommand {}

    /**
     * Changes quantity or limit of an order; from then on it is known by {@code clientOrderId}. A
     * lower quantity alone keeps its place in time; a new limit or a higher quantity loses it.
     *
     * @param lots new total quantity, lots already filled included
     * @param limitTicks new limit in ticks
     */
    record ReplaceOrder(
            LogPosition position,
            String account,
            String clientOrderId,
            String contract,
            String originalClientOrderId,
            long lots,
            long limitTicks)
            implements OrderCommand {}

    /**
     * A new forecast of a market's demand.
     *
     * @param market the market
     * @param dataAsOfMillis end of the last demand window that it knows; also the start of the
     *     first delivery period that it speaks of
     * @param periodMillis length of each period
     * @param capacity units of capacity on offer
     * @param mean expected units of demand for each of the following periods
     * @param deviation standard deviation of each, same length
     * @param probabilities ascending probabilities of the quantiles, may be empty
     * @param quantiles for each period the demand at each probability; empty without probabilities
     */
    record ForecastArrived(
            LogPosition position,
            String market,
            long dataAsOfMillis,
            long periodMillis,
            double capacity,
            double[] mean,
            double[] deviation,
            double[] probabilities,
            double[][] quantiles)
            implements MarketEvent {}
}
