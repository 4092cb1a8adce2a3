package io.attentionfutures.pipeline.publish;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.auction.RuleStep;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketOutput;
import io.attentionfutures.market.clearing.MarketOutput.Decision;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.PriceKind;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import io.attentionfutures.market.clearing.MarketOutput.StatementReason;
import io.attentionfutures.market.margin.AccountStatus;
import io.attentionfutures.market.phase.CallPhase;
import io.attentionfutures.market.settlement.SettlementTier;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Outputs of the market with another value in every field. */
final class Outputs {
    static final long TIME = 1_760_000_000_000L;

    private Outputs() {}

    static MarketOutput.PricePublished price() {
        return price(7, 0.125, 10, 11);
    }

    static MarketOutput.PricePublished priceWithoutForecastAndQuotes() {
        return price(-1, Double.NaN, -1, -1);
    }

    static MarketOutput.PricePublished priceWithoutHistory() {
        return with(price(), CallPhase.EXTENDED, 0, -1, Double.NaN);
    }

    static MarketOutput.PricePublished price(
            long scarcity, double lossOfLoad, long bestBid, long bestAsk) {
        return price(
                PriceKind.CLEARING,
                RuleStep.PRESSURE_SELL,
                scarcity,
                lossOfLoad,
                bestBid,
                bestAsk,
                SettlementTier.NEIGHBOUR);
    }

    static MarketOutput.PricePublished price(PriceKind kind) {
        return price(kind, RuleStep.UNIQUE, 1, 0, 1, 1, null);
    }

    static MarketOutput.PricePublished price(RuleStep step) {
        return price(PriceKind.CLEARING, step, 1, 0, 1, 1, null);
    }

    static MarketOutput.PricePublished price(SettlementTier tier) {
        return price(PriceKind.SETTLEMENT, RuleStep.NO_PRICE, 1, 0, 1, 1, tier);
    }

    /** The same price in another phase. */
    static MarketOutput.PricePublished price(CallPhase phase) {
        return with(price(), phase, 0.125, 12, 13.5);
    }

    private static MarketOutput.PricePublished with(
            MarketOutput.PricePublished price,
            CallPhase phase,
            double autoregressiveWeight,
            long autoregressiveTicks,
            double autoregressiveDeviation) {
        return new MarketOutput.PricePublished(
                price.segment(),
                price.timeMillis(),
                price.sequence(),
                price.contract(),
                price.kind(),
                price.priceTicks(),
                price.volumeLots(),
                price.surplusLots(),
                price.step(),
                price.referenceTicks(),
                price.forecastWeight(),
                price.marketWeight(),
                autoregressiveWeight,
                autoregressiveTicks,
                autoregressiveDeviation,
                price.scarcityTicks(),
                price.lossOfLoadProbability(),
                price.bandLowTicks(),
                price.bandHighTicks(),
                price.bestBidTicks(),
                price.bestAskTicks(),
                phase,
                price.tier(),
                price.bookHash(),
                price.previousHash());
    }

    private static MarketOutput.PricePublished price(
            PriceKind kind,
            RuleStep step,
            long scarcity,
            double lossOfLoad,
            long bestBid,
            long bestAsk,
            SettlementTier tier) {
        return new MarketOutput.PricePublished(
                "segment",
                TIME,
                2,
                "contract",
                kind,
                3,
                4,
                -5,
                step,
                6,
                0.25,
                0.625,
                0.125,
                12,
                13.5,
                scarcity,
                lossOfLoad,
                8,
                9,
                bestBid,
                bestAsk,
                CallPhase.EXTENDED,
                tier,
                "book",
                "previous");
    }

    static MarketOutput.DepthPublished depth() {
        return new MarketOutput.DepthPublished(
                "segment",
                TIME,
                2,
                "contract",
                List.of(new MarketOutput.Level(10, 3, 1), new MarketOutput.Level(9, 4, 2)),
                List.of(new MarketOutput.Level(11, 5, 6)));
    }

    static MarketOutput.ExecutionReport execution() {
        return execution(
                new LogPosition(1, "afm.orders", 10, 11),
                ExecutionType.TRADE,
                Side.SELL,
                RejectionCode.SELF_CROSS);
    }

    static MarketOutput.ExecutionReport executionWithoutCause() {
        return execution(null, ExecutionType.EXPIRED, Side.BUY, RejectionCode.NONE);
    }

    static MarketOutput.ExecutionReport execution(ExecutionType type) {
        return execution(null, type, Side.BUY, RejectionCode.NONE);
    }

    static MarketOutput.ExecutionReport execution(Side side) {
        return execution(null, ExecutionType.NEW, side, RejectionCode.NONE);
    }

    static MarketOutput.ExecutionReport execution(RejectionCode code) {
        return execution(null, ExecutionType.REJECTED, Side.BUY, code);
    }

    private static MarketOutput.ExecutionReport execution(
            LogPosition cause, ExecutionType type, Side side, RejectionCode code) {
        return new MarketOutput.ExecutionReport(
                "segment",
                TIME,
                2,
                cause,
                "account",
                "id",
                "original",
                "contract",
                type,
                side,
                3,
                4,
                5,
                6,
                7,
                8,
                9,
                code,
                "text");
    }

    static MarketOutput.AllocationGranted allocation() {
        return new MarketOutput.AllocationGranted(
                "segment", TIME, 2, "contract", "account", "provider", 3, 4, 5, 6);
    }

    static MarketOutput.StatementIssued statement() {
        return statement(StatementReason.MARGIN_CALL, AccountStatus.MARGIN_CALL, 7);
    }

    static MarketOutput.StatementIssued statement(
            StatementReason reason, AccountStatus status, long deadlineMillis) {
        return new MarketOutput.StatementIssued(
                "segment",
                TIME,
                2,
                "account",
                reason,
                status,
                BigInteger.valueOf(-3),
                BigInteger.TWO.pow(100),
                BigInteger.valueOf(5),
                BigInteger.valueOf(6),
                deadlineMillis,
                List.of(
                        new MarketOutput.PositionLine("contract-2", -8, 9),
                        new MarketOutput.PositionLine("contract-1", 10, 11)));
    }

    static MarketOutput.AuditRecorded audit() {
        return audit(
                new LogPosition(3, "afm.directives", 4, 5),
                Decision.REJECTED,
                RejectionCode.NOT_AUTHORISED);
    }

    static MarketOutput.AuditRecorded audit(
            LogPosition cause, Decision decision, RejectionCode rejection) {
        return new MarketOutput.AuditRecorded(
                "segment",
                TIME,
                2,
                cause,
                "directive",
                "d1",
                decision,
                rejection,
                "text",
                "previous",
                "hash");
    }

    static MarketOutput.AlertRaised alert(String account) {
        Map<String, String> evidence = new LinkedHashMap<>();
        evidence.put("z-first", "1");
        evidence.put("a-second", "2");
        evidence.put("m-third", "");
        return new MarketOutput.AlertRaised(
                "segment", TIME, 2, "SPOOFING", account, "contract", 3.5, evidence);
    }
}
