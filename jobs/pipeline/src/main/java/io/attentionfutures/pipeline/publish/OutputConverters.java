package io.attentionfutures.pipeline.publish;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketOutput;
import io.attentionfutures.schemas.AccountStatus;
import io.attentionfutures.schemas.Alert;
import io.attentionfutures.schemas.Allocation;
import io.attentionfutures.schemas.AuditRecord;
import io.attentionfutures.schemas.BookDepth;
import io.attentionfutures.schemas.CallPhase;
import io.attentionfutures.schemas.Decision;
import io.attentionfutures.schemas.DepthLevel;
import io.attentionfutures.schemas.Evidence;
import io.attentionfutures.schemas.ExecutionReport;
import io.attentionfutures.schemas.ExecutionType;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.PositionLine;
import io.attentionfutures.schemas.Price;
import io.attentionfutures.schemas.PriceKind;
import io.attentionfutures.schemas.RuleStep;
import io.attentionfutures.schemas.SettlementTier;
import io.attentionfutures.schemas.Statement;
import io.attentionfutures.schemas.StatementReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Maps the market's outputs to public records. */
final class OutputConverters {
    private OutputConverters() {}

    static Price price(MarketOutput.PricePublished price) {
        return Price.newBuilder()
                .setContract(price.contract())
                .setSegment(price.segment())
                .setTime(Instant.ofEpochMilli(price.timeMillis()))
                .setSequence(price.sequence())
                .setKind(PriceKind.valueOf(price.kind().name()))
                .setPriceTicks(price.priceTicks())
                .setVolumeLots(price.volumeLots())
                .setSurplusLots(price.surplusLots())
                .setRuleStep(RuleStep.valueOf(price.step().name()))
                .setReferenceTicks(price.referenceTicks())
                .setForecastWeight(price.forecastWeight())
                .setMarketWeight(price.marketWeight())
                .setAutoregressiveWeight(price.autoregressiveWeight())
                .setAutoregressiveTicks(presentTicks(price.autoregressiveTicks()))
                .setAutoregressiveDeviationTicks(
                        Double.isNaN(price.autoregressiveDeviationTicks())
                                ? null
                                : price.autoregressiveDeviationTicks())
                .setScarcityTicks(presentTicks(price.scarcityTicks()))
                .setLossOfLoadProbability(
                        Double.isNaN(price.lossOfLoadProbability())
                                ? null
                                : price.lossOfLoadProbability())
                .setBandLowTicks(price.bandLowTicks())
                .setBandHighTicks(price.bandHighTicks())
                .setBestBidTicks(presentTicks(price.bestBidTicks()))
                .setBestAskTicks(presentTicks(price.bestAskTicks()))
                .setPhase(CallPhase.valueOf(price.phase().name()))
                .setSettlementTier(
                        price.tier() == null
                                ? SettlementTier.NONE
                                : SettlementTier.valueOf(price.tier().name()))
                .setBookHash(price.bookHash())
                .setPreviousHash(price.previousHash())
                .build();
    }

    private static Long presentTicks(long ticks) {
        return ticks < 0 ? null : ticks;
    }

    static BookDepth depth(MarketOutput.DepthPublished depth) {
        return new BookDepth(
                depth.contract(),
                depth.segment(),
                Instant.ofEpochMilli(depth.timeMillis()),
                depth.sequence(),
                levels(depth.bids()),
                levels(depth.asks()));
    }

    private static List<DepthLevel> levels(List<MarketOutput.Level> levels) {
        return levels.stream()
                .map(level -> new DepthLevel(level.priceTicks(), level.lots(), level.orders()))
                .toList();
    }

    static ExecutionReport execution(MarketOutput.ExecutionReport report) {
        LogPosition cause = report.cause();
        return new ExecutionReport(
                report.account(),
                report.segment(),
                Instant.ofEpochMilli(report.timeMillis()),
                report.sequence(),
                report.clientOrderId(),
                report.originalClientOrderId(),
                report.contract(),
                ExecutionType.valueOf(report.type().name()),
                side(report.side()),
                report.limitTicks(),
                report.orderLots(),
                report.cumulativeLots(),
                report.leavesLots(),
                report.cancelledLots(),
                report.lastLots(),
                report.lastPriceTicks(),
                report.rejection().name(),
                report.text(),
                cause == null ? null : cause.topic(),
                cause == null ? null : cause.partition(),
                cause == null ? null : cause.offset());
    }

    private static OrderSide side(Side side) {
        if (side == null) {
            return OrderSide.UNKNOWN;
        }
        return side == Side.BUY ? OrderSide.BUY : OrderSide.SELL;
    }

    static Allocation allocation(MarketOutput.AllocationGranted allocation) {
        return new Allocation(
                allocation.account(),
                allocation.segment(),
                Instant.ofEpochMilli(allocation.timeMillis()),
                allocation.sequence(),
                allocation.contract(),
                allocation.provider(),
                allocation.lots(),
                allocation.priceTicks(),
                Instant.ofEpochMilli(allocation.grantStartMillis()),
                Instant.ofEpochMilli(allocation.grantEndMillis()));
    }

    /** Money of up to 38 digits has room for ten trillion fills of the largest order there is. */
    static Statement statement(MarketOutput.StatementIssued statement) {
        return new Statement(
                statement.account(),
                statement.segment(),
                Instant.ofEpochMilli(statement.timeMillis()),
                statement.sequence(),
                StatementReason.valueOf(statement.reason().name()),
                AccountStatus.valueOf(statement.status().name()),
                new BigDecimal(statement.amount()),
                new BigDecimal(statement.cash()),
                new BigDecimal(statement.reserved()),
                new BigDecimal(statement.maintenance()),
                statement.deadlineMillis() == 0
                        ? null
                        : Instant.ofEpochMilli(statement.deadlineMillis()),
                statement.positions().stream()
                        .map(
                                line ->
                                        new PositionLine(
                                                line.contract(), line.lots(), line.markTicks()))
                        .toList());
    }

    static AuditRecord audit(MarketOutput.AuditRecorded audit) {
        LogPosition cause = audit.cause();
        return new AuditRecord(
                audit.segment(),
                Instant.ofEpochMilli(audit.timeMillis()),
                audit.sequence(),
                cause == null ? null : cause.topic(),
                cause == null ? null : cause.partition(),
                cause == null ? null : cause.offset(),
                cause == null ? null : Instant.ofEpochMilli(cause.timeMillis()),
                audit.kind(),
                audit.subject(),
                Decision.valueOf(audit.decision().name()),
                audit.rejection().name(),
                audit.text(),
                audit.previousHash(),
                audit.hash());
    }

    static Alert alert(MarketOutput.AlertRaised alert) {
        return new Alert(
                alert.segment(),
                Instant.ofEpochMilli(alert.timeMillis()),
                alert.sequence(),
                alert.kind(),
                alert.account(),
                alert.contract(),
                alert.score(),
                alert.evidence().entrySet().stream()
                        .map(found -> new Evidence(found.getKey(), found.getValue()))
                        .toList());
    }
}
