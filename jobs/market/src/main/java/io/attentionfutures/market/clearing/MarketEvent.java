package io.attentionfutures.market.clearing;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import java.util.SortedMap;

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
     * @param expiresMillis when a GTD order expires; ignored otherwise
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
            long limitTicks,
            long expiresMillis)
            implements OrderCommand {
        /** An order without an expiry of its own. */
        public NewOrder(
                LogPosition position,
                String account,
                String clientOrderId,
                String contract,
                Side side,
                OrderType type,
                TimeInForce timeInForce,
                long lots,
                long limitTicks) {
            this(
                    position,
                    account,
                    clientOrderId,
                    contract,
                    side,
                    type,
                    timeInForce,
                    lots,
                    limitTicks,
                    0);
        }
    }

    /**
     * Enters a block order: the same lots in each of some consecutive delivery periods, all of them
     * in one uncross or none. It rests until it trades, is cancelled, or the first of its contracts
     * closes.
     *
     * @param contract code of the first period's contract
     * @param periods how many delivery periods, at least 1
     * @param lots lots in each period
     * @param limitTicks limit on the mean price over the periods
     */
    record NewBlockOrder(
            LogPosition position,
            String account,
            String clientOrderId,
            String contract,
            Side side,
            int periods,
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

    /** Which way collateral moves. */
    enum TransferKind {
        DEPOSIT,
        WITHDRAWAL
    }

    /**
     * An account's collateral arrives or leaves. The account {@link ClearingHouse#DEFAULT_FUND}
     * stands for the segment's default fund, which takes deposits only, {@link ClearingHouse#FEES}
     * for the fees that it took.
     *
     * @param transferId unique among the account's transfers of a week
     * @param kind null where it was not understood
     * @param amount minor units of money
     */
    record CollateralMoved(
            LogPosition position, String transferId, String account, TransferKind kind, long amount)
            implements MarketEvent {}

    /** What a regulator may order. */
    enum DirectiveAction {
        HALT,
        RESUME,
        SET_BAND,
        SET_POSITION_LIMIT,
        SUSPEND_ACCOUNT,
        REINSTATE_ACCOUNT,
        SET_ALLOCATION_PROFILE,
        SET_MARGIN_BUFFER
    }

    /**
     * A regulator intervenes.
     *
     * @param issuer the regulator's account
     * @param action null where it was not understood
     * @param target the market, contract code or account that it is about
     * @param lowTicks lower end of SET_BAND
     * @param highTicks upper end of SET_BAND
     * @param lots limit of SET_POSITION_LIMIT, 0 for none
     * @param buffer buffer of SET_MARGIN_BUFFER, a fraction
     * @param profile profile of SET_ALLOCATION_PROFILE, else null
     */
    record DirectiveIssued(
            LogPosition position,
            String directiveId,
            String issuer,
            DirectiveAction action,
            String target,
            long lowTicks,
            long highTicks,
            long lots,
            double buffer,
            AllocationProfile profile)
            implements MarketEvent {}

    /**
     * What telemetry says of a delivery period that is over.
     *
     * @param startMillis start of the period
     * @param used units in use, NaN if there was no telemetry
     * @param capacity units on offer
     * @param delivered units that each provider had online, for those that reported
     */
    record DemandRealised(
            LogPosition position,
            String market,
            long startMillis,
            long periodMillis,
            double used,
            double capacity,
            SortedMap<String, Double> delivered)
            implements MarketEvent {}

    /**
     * A record for this segment was understood, but what it says cannot be.
     *
     * @param kind what it was to change, for example {@code contract specification}
     * @param subject the market, account or id that it is about
     * @param reason for people: the value that failed and what was expected
     */
    record RecordRefused(
            LogPosition position,
            String kind,
            String subject,
            MarketOutput.RejectionCode code,
            String reason)
            implements MarketEvent {}
}
