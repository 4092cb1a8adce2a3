package io.attentionfutures.market.clearing;

import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.clearing.MarketEvent.DemandRealised;
import io.attentionfutures.market.margin.Money;
import io.attentionfutures.market.price.StaticBand;
import io.attentionfutures.market.settlement.Allocation;
import io.attentionfutures.market.settlement.DeliveryShortfall;
import io.attentionfutures.market.settlement.FinalIndex;
import io.attentionfutures.market.settlement.SettlementTier;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ends contracts after their delivery: what positions are left are paid the final index, providers
 * are paid from escrow for what they delivered and make good what they did not. Every position ends
 * at zero, and nothing is left of the contract.
 *
 * <p>The final index is the scarcity price at the demand that telemetry found. Without telemetry it
 * is the settlement price, and delivery is presumed.
 */
final class Settlement {
    private final Segment segment;
    private final PriceReports prices;
    private final Ledger ledger;
    private final OrderMargin orderMargin;
    private final Marking marking;
    private final MarginCalls marginCalls;
    private final Audit audit;

    Settlement(
            Segment segment,
            PriceReports prices,
            Ledger ledger,
            OrderMargin orderMargin,
            Marking marking,
            MarginCalls marginCalls,
            Audit audit) {
        this.segment = segment;
        this.prices = prices;
        this.ledger = ledger;
        this.orderMargin = orderMargin;
        this.marking = marking;
        this.marginCalls = marginCalls;
        this.audit = audit;
    }

    /**
     * Settles a contract.
     *
     * @param demand what telemetry says, null if it came too late
     */
    void settle(ContractState contract, DemandRealised demand) {
        long settled = contract.delivering.price().ticks();
        FinalIndex index = index(contract, demand);
        SettlementTier tier = index == null ? SettlementTier.MODEL : null;
        if (index == null) {
            index = new FinalIndex(settled, Double.NaN);
        }
        prices.index(contract, index, tier);
        List<Position> positions = contract.sortedPositions();
        for (Position position : positions) {
            ledger.payVariation(position.account, contract, settled, index.ticks(), position.lots);
            contract.add(position, -position.lots);
        }
        deliver(contract, index.ticks(), demand);
        for (Position position : positions) {
            position.soldLots = 0;
            orderMargin.renew(contract, position);
        }
        marking.check(contract);
        contract.market.delivering.remove(contract.code.startMillis());
        Snapshot.forget(contract, segment.changes);
        marginCalls.finishFlat();
        ledger.stateChanged();
    }

    private static FinalIndex index(ContractState contract, DemandRealised demand) {
        if (demand == null || !(demand.used() >= 0) || !Double.isFinite(demand.used())) {
            return null;
        }
        ContractSpecification rules = contract.rules();
        if (!Double.isFinite(demand.capacity())) {
            return null;
        }
        Band hard = StaticBand.hard(rules);
        return FinalIndex.of(
                demand.used(),
                demand.capacity(),
                rules.minimumReserve(),
                rules.marginalCostTicks(),
                hard);
    }

    private void deliver(ContractState contract, long indexTicks, DemandRealised demand) {
        Map<String, List<Allocation>> byProvider = new TreeMap<>();
        for (Allocation allocation : contract.delivering.allocations()) {
            byProvider
                    .computeIfAbsent(allocation.provider(), name -> new ArrayList<>())
                    .add(allocation);
        }
        ContractSpecification rules = contract.rules();
        long settled = contract.delivering.price().ticks();
        AccountState escrow = ledger.house(ClearingHouse.ESCROW);
        for (Map.Entry<String, List<Allocation>> sold : byProvider.entrySet()) {
            AccountState provider = segment.accounts.get(sold.getKey());
            for (Allocation allocation : sold.getValue()) {
                BigInteger price = Money.of(settled, allocation.lots(), rules.tickValue());
                ledger.move(escrow, provider, price);
            }
            boolean measured = demand != null && demand.used() >= 0;
            if (rules.delivery().verified() && measured) {
                double units = demand.delivered().getOrDefault(sold.getKey(), 0.0);
                makeGood(contract, sold.getKey(), sold.getValue(), units, indexTicks);
            }
        }
    }

    private void makeGood(
            ContractState contract,
            String provider,
            List<Allocation> sold,
            double units,
            long indexTicks) {
        ContractSpecification rules = contract.rules();
        double measured = units >= 0 ? Math.min(units, 1e15) : 0;
        DeliveryShortfall shortfall =
                DeliveryShortfall.of(
                        sold,
                        DeliveryShortfall.deliveredLots(measured, rules.lotSize()),
                        new DeliveryShortfall.Terms(
                                contract.delivering.price().ticks(),
                                indexTicks,
                                contract.market.replacementTicks(contract),
                                (int)
                                        Math.round(
                                                rules.delivery().penaltyFraction()
                                                        * DeliveryShortfall.BASIS_POINTS),
                                rules.tickValue()));
        if (shortfall.missingLots() == 0) {
            return;
        }
        shortfall
                .accountFlows()
                .forEach((name, flow) -> ledger.pay(segment.accounts.get(name), flow));
        ledger.pay(ledger.house(ClearingHouse.DEFAULT_FUND), shortfall.fundFlow());
        StringBuilder cuts = new StringBuilder();
        for (DeliveryShortfall.Cut cut : shortfall.cuts()) {
            cuts.append("; ")
                    .append(cut.consumer())
                    .append(" lacks ")
                    .append(cut.lots())
                    .append(" lots, is refunded ")
                    .append(cut.refund())
                    .append(" and compensated ")
                    .append(cut.compensation());
        }
        audit.enacted(
                "failure to deliver",
                contract.name,
                provider
                        + " delivered "
                        + units
                        + " units, "
                        + shortfall.missingLots()
                        + " lots less than it sold, and pays a penalty of "
                        + shortfall.fundFlow()
                        + cuts);
    }
}
