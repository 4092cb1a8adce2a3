package io.attentionfutures.market.clearing;

import io.attentionfutures.market.auction.AuctionResult;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.auction.RuleStep;
import io.attentionfutures.market.clearing.MarketOutput.PriceKind;
import io.attentionfutures.market.clearing.MarketOutput.PricePublished;
import io.attentionfutures.market.phase.CallPhase;
import io.attentionfutures.market.price.PriceSignal;
import io.attentionfutures.market.price.ScarcityPrice;
import io.attentionfutures.market.price.StaticBand;
import io.attentionfutures.market.settlement.FinalIndex;
import io.attentionfutures.market.settlement.SettlementPrice;
import io.attentionfutures.market.settlement.SettlementTier;

/** Publishes the prices of a contract, each chained to the one before. */
final class PriceReports {
    private final Segment segment;
    private final Reports reports;

    PriceReports(Segment segment, Reports reports) {
        this.segment = segment;
        this.reports = reports;
    }

    /** The outcome of a call, or of what would be one if {@code indicative}. */
    void auction(
            ContractState contract,
            AuctionResult result,
            boolean indicative,
            CallPhase phase,
            String bookHash) {
        boolean priced = result.hasPrice();
        publish(
                contract,
                priced && !indicative ? PriceKind.CLEARING : PriceKind.INDICATIVE,
                priced ? result.priceTicks() : contract.quote.ticks(),
                result.volumeLots(),
                result.surplusLots(),
                result.step(),
                phase,
                null,
                lossOfLoad(contract),
                bookHash);
    }

    void settlement(ContractState contract, SettlementPrice price) {
        publish(
                contract,
                PriceKind.SETTLEMENT,
                price.ticks(),
                contract.windowVolume.lots(),
                0,
                RuleStep.NO_PRICE,
                CallPhase.CLOSED,
                price.tier(),
                lossOfLoad(contract),
                contract.book.bookHash());
    }

    void index(ContractState contract, FinalIndex index, SettlementTier tier) {
        publish(
                contract,
                PriceKind.INDEX,
                index.ticks(),
                0,
                0,
                RuleStep.NO_PRICE,
                CallPhase.CLOSED,
                tier,
                index.lossOfLoadProbability(),
                contract.book.bookHash());
    }

    private static double lossOfLoad(ContractState contract) {
        return contract.quote == null || contract.quote.scarcity() == null
                ? Double.NaN
                : contract.quote.scarcity().lossOfLoadProbability();
    }

    private void publish(
            ContractState contract,
            PriceKind kind,
            long priceTicks,
            long volumeLots,
            long surplusLots,
            RuleStep step,
            CallPhase phase,
            SettlementTier tier,
            double lossOfLoadProbability,
            String bookHash) {
        Quote quote = contract.quote;
        ScarcityPrice scarcity = quote == null ? null : quote.scarcity();
        PriceSignal autoregressive = quote == null ? null : quote.autoregressive();
        Band band = quote == null ? StaticBand.hard(contract.rules()) : quote.band();
        PricePublished price =
                new PricePublished(
                        segment.name,
                        segment.nowMillis,
                        reports.nextSequence(),
                        contract.name,
                        kind,
                        priceTicks,
                        volumeLots,
                        surplusLots,
                        step,
                        quote == null ? contract.valuationTicks() : quote.ticks(),
                        quote == null ? 0 : quote.reference().forecastWeight(),
                        quote == null ? 0 : quote.reference().marketWeight(),
                        quote == null ? 0 : quote.reference().autoregressiveWeight(),
                        autoregressive == null
                                ? AuctionResult.NO_TICKS
                                : Math.round(autoregressive.ticks()),
                        autoregressive == null ? Double.NaN : autoregressive.deviationTicks(),
                        scarcity == null ? AuctionResult.NO_TICKS : Math.round(scarcity.ticks()),
                        lossOfLoadProbability,
                        band.lowTicks(),
                        band.highTicks(),
                        contract.book.bestBidTicks(),
                        contract.book.bestAskTicks(),
                        phase,
                        tier,
                        bookHash,
                        contract.previousHash);
        contract.previousHash = PriceHash.of(price);
        reports.say(price);
    }
}
