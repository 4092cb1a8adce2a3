package io.attentionfutures.market.clearing;

import io.attentionfutures.market.CallRules;
import io.attentionfutures.market.MarginRules;
import io.attentionfutures.market.auction.AuctionResult;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.auction.RuleStep;
import io.attentionfutures.market.phase.CallPhase;
import io.attentionfutures.market.phase.DynamicBand;
import io.attentionfutures.market.phase.VolatilityInterruption;
import io.attentionfutures.market.price.StaticBand;

/**
 * Volatility interruptions: a call whose price would leave the corridor around the last uncross is
 * extended; if it would still leave the wider corridor then, the contract halts until a regulator
 * resumes it.
 */
final class Interruptions {
    private static final double MINUTE = 60_000;

    private final Segment segment;
    private final PriceReports prices;
    private final Audit audit;

    Interruptions(Segment segment, PriceReports prices, Audit audit) {
        this.segment = segment;
        this.prices = prices;
        this.audit = audit;
    }

    /** Puts the call off or halts the contract if the price asks for it; says whether. */
    boolean interrupt(ContractState contract, AuctionResult result) {
        CallRules rules = contract.rules().calls();
        if (rules.dynamicBandFactor() == 0
                || contract.resumed
                || contract.lastPriceTicks < 0
                || !result.hasPrice()) {
            return false;
        }
        CallPhase phase = contract.extended ? CallPhase.EXTENDED : CallPhase.ENTRY;
        Band corridor = corridor(contract, phase);
        VolatilityInterruption decision =
                VolatilityInterruption.decide(
                        result.priceTicks(),
                        corridor,
                        phase,
                        segment.nowMillis,
                        new VolatilityInterruption.Extension(
                                rules.extensionMillis(), contract.gateMillis));
        switch (decision.action()) {
            case PRINT:
                return false;
            case EXTEND:
                contract.extended = true;
                contract.nextCallMillis = decision.untilMillis();
                segment.deadlines.addCall(contract);
                say(contract, result, CallPhase.EXTENDED, "volatility interruption", corridor);
                return true;
            case HALT:
                contract.extended = false;
                contract.halted = true;
                say(contract, result, CallPhase.HALTED, "halt", corridor);
                return true;
        }
        throw new IllegalStateException("no such action: " + decision.action());
    }

    private Band corridor(ContractState contract, CallPhase phase) {
        CallRules rules = contract.rules().calls();
        MarginRules margin = contract.rules().margin();
        double perRootMinute =
                contract.volatility / Math.sqrt(margin.volatilityIntervalMillis() / MINUTE);
        return new DynamicBand(
                        rules.dynamicBandFloorTicks(),
                        rules.dynamicBandFactor(),
                        perRootMinute,
                        rules.extensionFactor())
                .around(
                        contract.lastPriceTicks,
                        contract.quote.ticks(),
                        segment.nowMillis - contract.lastPriceMillis,
                        phase,
                        StaticBand.hard(contract.rules()));
    }

    private void say(
            ContractState contract,
            AuctionResult result,
            CallPhase phase,
            String kind,
            Band corridor) {
        prices.auction(contract, result, true, phase, contract.book.bookHash());
        RuleStep step = result.step();
        audit.enacted(
                kind,
                contract.name,
                "the call would print "
                        + result.priceTicks()
                        + " ("
                        + step
                        + "), outside of "
                        + corridor
                        + " around "
                        + contract.lastPriceTicks);
    }
}
