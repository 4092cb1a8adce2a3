package io.attentionfutures.market.clearing;

import io.attentionfutures.market.MarginRules;
import io.attentionfutures.market.margin.InitialMargin;
import io.attentionfutures.market.margin.MarkVolatility;
import io.attentionfutures.market.margin.Money;
import java.util.List;

/**
 * Marks contracts and all that hangs on it: variation margin, volatility, margin per lot, and the
 * requirements of everybody who is in the contract.
 *
 * <p>The mark is the auction price if the auction traded the minimum volume, else the reference
 * moved into what the book bids and asks.
 */
final class Marking {
    private final Segment segment;
    private final Ledger ledger;
    private final OrderMargin orderMargin;
    private final MarginCalls marginCalls;

    Marking(Segment segment, Ledger ledger, OrderMargin orderMargin, MarginCalls marginCalls) {
        this.segment = segment;
        this.ledger = ledger;
        this.orderMargin = orderMargin;
        this.marginCalls = marginCalls;
    }

    /**
     * Marks the contract after an auction, moves the auction's lots into their positions and pays
     * fees and variation margin: what was held before gains from the old mark to the new one, what
     * was traded from the auction price to it.
     *
     * @param traders positions with lots of this auction
     */
    void printed(ContractState contract, long priceTicks, long volumeLots, List<Position> traders) {
        long mark = markAfter(contract, priceTicks, volumeLots);
        payVariation(contract, mark);
        long fee = contract.rules().margin().feePerLot();
        for (Position position : traders) {
            ledger.payVariation(position.account, contract, priceTicks, mark, position.unpaidLots);
            if (fee != 0) {
                ledger.move(
                        position.account,
                        ledger.house(ClearingHouse.FEES),
                        Money.times(fee, position.filledLots));
            }
            contract.add(position, position.unpaidLots);
            position.unpaidLots = 0;
            position.filledLots = 0;
            contract.touch(position);
        }
        contract.markTicks = mark;
        sampleVolatility(contract);
        // Fills changed what these need even where the margin of a lot stays what it was.
        traders.forEach(position -> orderMargin.renew(contract, position));
    }

    private static long markAfter(ContractState contract, long priceTicks, long volumeLots) {
        if (volumeLots >= contract.rules().minimumVolumeLots() || contract.quote == null) {
            return priceTicks;
        }
        long bid = contract.book.bestBidTicks();
        long ask = contract.book.bestAskTicks();
        long mark = contract.quote.ticks();
        mark = bid < 0 ? mark : Math.max(mark, bid);
        return ask < 0 ? mark : Math.min(mark, ask);
    }

    /** Pays what all positions gain from the present mark to another; sums to zero. */
    void payVariation(ContractState contract, long markTicks) {
        if (contract.markTicks < 0 || contract.markTicks == markTicks) {
            return;
        }
        for (Position position : contract.positions.values()) {
            ledger.payVariation(
                    position.account, contract, contract.markTicks, markTicks, position.lots);
        }
    }

    private void sampleVolatility(ContractState contract) {
        MarginRules rules = contract.rules().margin();
        boolean first = contract.sampledTicks < 0;
        if (!first
                && segment.nowMillis - contract.sampledMillis < rules.volatilityIntervalMillis()) {
            return;
        }
        if (!first) {
            contract.volatility =
                    new MarkVolatility(rules.volatilityDecay())
                            .next(contract.volatility, contract.sampledTicks, contract.markTicks);
        }
        contract.sampledTicks = contract.markTicks;
        contract.sampledMillis = segment.nowMillis;
    }

    /** Recomputes the margin per lot, and everybody's requirement if anything changed. */
    void renew(ContractState contract) {
        MarginRules rules = contract.rules().margin();
        long margin = 0;
        long bond = 0;
        if (rules.collateralised()) {
            long mark = contract.valuationTicks();
            double stress = contract.quote == null ? 0 : contract.quote.stressTicks();
            margin =
                    new InitialMargin(
                                    rules.marginPeriods(), rules.buffer(), rules.minimumFraction())
                            .perLot(mark, contract.volatility, stress, contract.rules());
            bond = (long) Math.ceil(rules.bondFraction() * mark * contract.rules().tickValue());
        }
        if (margin == contract.marginPerLot
                && bond == contract.bondPerLot
                && contract.valuationTicks() == contract.renewedTicks) {
            return;
        }
        contract.marginPerLot = margin;
        contract.bondPerLot = bond;
        contract.renewedTicks = contract.valuationTicks();
        contract.positions.values().forEach(position -> orderMargin.renew(contract, position));
    }

    /** Checks the accounts of everybody in a contract that asks for collateral, by name. */
    void check(ContractState contract) {
        MarginRules rules = contract.rules().margin();
        if (rules.collateralised()) {
            marginCalls.check(contract.positions.values(), rules.callMillis());
        }
    }
}
