package io.attentionfutures.market.clearing;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.RuleStep;
import io.attentionfutures.market.margin.AccountStatus;
import io.attentionfutures.market.phase.CallPhase;
import io.attentionfutures.market.settlement.SettlementTier;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * What a clearing segment says. {@code sequence} counts a segment's outputs from 0 without gaps;
 * {@code timeMillis} is the time of the event, call or deadline that caused the output.
 */
public sealed interface MarketOutput {
    long timeMillis();

    long sequence();

    /** What a price is the price of. */
    enum PriceKind {
        /** Where a call would trade now; the reference if it would not. */
        INDICATIVE,
        /** A call traded at this price. */
        CLEARING,
        /** What the contract is settled at, found at gate closure. */
        SETTLEMENT,
        /** The scarcity price at realised demand, after delivery. */
        INDEX
    }

    /**
     * The outcome of one call of one contract.
     *
     * @param priceTicks the auction price, or the reference price where {@code step} is NO_PRICE
     * @param volumeLots lots bought, which equals lots sold
     * @param surplusLots buy minus sell lots at the price, signed
     * @param referenceTicks reference price of the call
     * @param forecastWeight weight of the scarcity price in the reference, 0 to 1
     * @param marketWeight weight of the last auction price in the reference, 0 to 1
     * @param autoregressiveWeight weight of the autoregressive price in the reference, 0 to 1
     * @param autoregressiveTicks what past periods foretell, negative if it does not count
     * @param autoregressiveDeviationTicks root of its mean squared error, NaN if it does not count
     * @param scarcityTicks scarcity price, negative if there is no forecast
     * @param lossOfLoadProbability that demand exceeds capacity less reserve, NaN if no forecast
     * @param bestBidTicks best buy limit left after the call, negative if none
     * @param bestAskTicks best sell limit left after the call, negative if none
     * @param phase what the contract's trading was in
     * @param tier how a settlement price was found, null for any other
     * @param bookHash hash of the orders that took part, hexadecimal
     * @param previousHash hash of this contract's previously published price, hexadecimal
     */
    record PricePublished(
            String segment,
            long timeMillis,
            long sequence,
            String contract,
            PriceKind kind,
            long priceTicks,
            long volumeLots,
            long surplusLots,
            RuleStep step,
            long referenceTicks,
            double forecastWeight,
            double marketWeight,
            double autoregressiveWeight,
            long autoregressiveTicks,
            double autoregressiveDeviationTicks,
            long scarcityTicks,
            double lossOfLoadProbability,
            long bandLowTicks,
            long bandHighTicks,
            long bestBidTicks,
            long bestAskTicks,
            CallPhase phase,
            SettlementTier tier,
            String bookHash,
            String previousHash)
            implements MarketOutput {}

    /** One price level of a book: all lots that rest at a limit. */
    record Level(long priceTicks, long lots, int orders) {}

    /**
     * The book after a call, without names. Market orders are not in it.
     *
     * @param bids best first
     * @param asks best first
     */
    record DepthPublished(
            String segment,
            long timeMillis,
            long sequence,
            String contract,
            List<Level> bids,
            List<Level> asks)
            implements MarketOutput {}

    /** Why an execution report is sent (FIX ExecType). */
    enum ExecutionType {
        NEW,
        TRADE,
        CANCELED,
        REPLACED,
        REJECTED,
        EXPIRED,
        /** A regulator suspended the account; the order is gone. */
        SUSPENDED
    }

    /** Why a command is rejected (the FIX reasons' names; NONE for anything else). */
    enum RejectionCode {
        NONE,
        UNKNOWN_ACCOUNT,
        ACCOUNT_NOT_ACTIVE,
        UNKNOWN_CONTRACT,
        EXCHANGE_CLOSED,
        TOO_LATE_TO_ENTER,
        TOO_LATE_TO_CANCEL,
        UNKNOWN_ORDER,
        DUPLICATE_ORDER,
        INCORRECT_QUANTITY,
        INVALID_PRICE_INCREMENT,
        PRICE_EXCEEDS_CURRENT_PRICE_BAND,
        UNSUPPORTED_ORDER_CHARACTERISTIC,
        SELF_CROSS,
        ORDER_EXCEEDS_LIMIT,
        DUPLICATE_RECORD,
        UNKNOWN_SEGMENT,
        UNKNOWN_TARGET,
        INSUFFICIENT_COLLATERAL,
        NOT_AUTHORISED,
        INVALID_VALUE,
        INVALID_SPECIFICATION
    }

    /**
     * What became of a command or an order.
     *
     * @param cause where the command stands in the logs; null where no command asked for it
     * @param clientOrderId the command's id, or the order's for TRADE and EXPIRED
     * @param originalClientOrderId the order that a cancel or replace names, else empty
     * @param orderLots the order's quantity: cumulativeLots + leavesLots + cancelledLots
     * @param cumulativeLots lots filled so far
     * @param leavesLots lots that still rest
     * @param lastLots lots of this fill, 0 unless TRADE
     * @param lastPriceTicks price of this fill, 0 unless TRADE
     * @param text for people: the value that failed and what was expected; empty if accepted
     */
    record ExecutionReport(
            String segment,
            long timeMillis,
            long sequence,
            LogPosition cause,
            String account,
            String clientOrderId,
            String originalClientOrderId,
            String contract,
            ExecutionType type,
            Side side,
            long limitTicks,
            long orderLots,
            long cumulativeLots,
            long leavesLots,
            long cancelledLots,
            long lastLots,
            long lastPriceTicks,
            RejectionCode rejection,
            String text)
            implements MarketOutput {}

    /**
     * Capacity that a consumer may use during the delivery period, backed by one provider.
     *
     * @param priceTicks the settlement price of the contract
     * @param grantStartMillis start of the grant window, inclusive
     * @param grantEndMillis end of the grant window, exclusive
     */
    record AllocationGranted(
            String segment,
            long timeMillis,
            long sequence,
            String contract,
            String account,
            String provider,
            long lots,
            long priceTicks,
            long grantStartMillis,
            long grantEndMillis)
            implements MarketOutput {}

    /** Why a statement is made. */
    enum StatementReason {
        TRANSFER,
        MARGIN_CALL,
        MARGIN_RESTORED,
        LIQUIDATION,
        DEFAULT,
        SETTLEMENT,
        PERIODIC
    }

    /** One contract of a statement: net lots and the mark that they are valued at. */
    record PositionLine(String contract, long lots, long markTicks) {}

    /**
     * How an account stands, in minor units of money. The segment's own funds have statements too,
     * under {@link ClearingHouse#FEES}, {@link ClearingHouse#DEFAULT_FUND} and {@link
     * ClearingHouse#ESCROW}.
     *
     * @param amount money that moved for the reason given, positive to the account; 0 if none
     * @param cash collateral held, after all variation margin
     * @param reserved part of it that positions and orders need
     * @param maintenance what cash must not fall below
     * @param deadlineMillis when a margin call ends in liquidation; 0 if there is none
     */
    record StatementIssued(
            String segment,
            long timeMillis,
            long sequence,
            String account,
            StatementReason reason,
            AccountStatus status,
            BigInteger amount,
            BigInteger cash,
            BigInteger reserved,
            BigInteger maintenance,
            long deadlineMillis,
            List<PositionLine> positions)
            implements MarketOutput {}

    /** What the clearing house decided about a record, or did by itself. */
    enum Decision {
        ACCEPTED,
        REJECTED,
        /** Done by the market's own rules, for example a volatility interruption. */
        ENACTED
    }

    /**
     * One link of the segment's audit chain.
     *
     * @param cause where the record stands in the logs, null for ENACTED
     * @param kind what it is about, for example {@code directive}
     * @param subject the id, market, contract or account
     * @param text for people: what was done or what failed
     * @param previousHash hash of the link before, hexadecimal
     * @param hash SHA-256 over previous hash and content, hexadecimal
     */
    record AuditRecorded(
            String segment,
            long timeMillis,
            long sequence,
            LogPosition cause,
            String kind,
            String subject,
            Decision decision,
            RejectionCode rejection,
            String text,
            String previousHash,
            String hash)
            implements MarketOutput {
        /** The same record with the hash that closes the link. */
        AuditRecorded withHash(String closing) {
            return new AuditRecorded(
                    segment,
                    timeMillis,
                    sequence,
                    cause,
                    kind,
                    subject,
                    decision,
                    rejection,
                    text,
                    previousHash,
                    closing);
        }
    }

    /**
     * Conduct that a regulator should look at.
     *
     * @param kind the rule, for example {@code SPOOFING}
     * @param account whose conduct; empty if the alert is about the market
     * @param score measured value, in the rule's unit
     * @param evidence what was measured, by name, in order
     */
    record AlertRaised(
            String segment,
            long timeMillis,
            long sequence,
            String kind,
            String account,
            String contract,
            double score,
            Map<String, String> evidence)
            implements MarketOutput {}
}
