package io.attentionfutures.market.clearing;

import io.attentionfutures.market.book.OrderBook;
import io.attentionfutures.market.clearing.MarketEvent.DemandRealised;

/**
 * Takes contracts from trading to delivery and from delivery to settlement, and forgets what is no
 * longer needed of them on the way.
 */
final class ContractLife {
    private final Segment segment;
    private final GateClosing gate;
    private final Settlement settlement;
    private final Indications indications;
    private final Marking marking;
    private final Ledger ledger;

    ContractLife(
            Segment segment,
            GateClosing gate,
            Settlement settlement,
            Indications indications,
            Marking marking,
            Ledger ledger) {
        this.segment = segment;
        this.gate = gate;
        this.settlement = settlement;
        this.indications = indications;
        this.marking = marking;
        this.ledger = ledger;
    }

    /** The gate closes: no more orders, no more calls. */
    void close(ContractState contract) {
        segment.unscheduleCall(contract);
        indications.forget(contract);
        contract.expiries.keySet().forEach(time -> segment.deadlines.removeExpiry(contract, time));
        contract.expiries.clear();
        contract.delivering = gate.close(contract);
        contract.market.settled(contract, segment.nowMillis);
        contract.market.contracts.remove(contract.code.startMillis());
        segment.contracts.remove(contract.name);
        contract.market.delivering.put(contract.code.startMillis(), contract);
        Snapshot.forgetBook(contract, segment.changes);
        contract.book = new OrderBook();
        contract.conduct = null;
        contract.settleMillis =
                contract.code.endMillis() + contract.rules().delivery().settlementDelayMillis();
        segment.deadlines.addSettle(contract);
        segment.changes.touch(contract);
        marking.check(contract);
        ledger.stateChanged();
    }

    /** Telemetry of a delivery period arrived: its contract need not wait any longer. */
    void realised(DemandRealised demand) {
        Market market = segment.markets.get(demand.market());
        if (market == null) {
            return;
        }
        market.realised(demand, segment.nowMillis);
        ContractState contract = market.delivering.get(demand.startMillis());
        if (contract != null
                && contract.code.periodMillis() == demand.periodMillis()
                && contract.code.endMillis() <= segment.nowMillis) {
            segment.deadlines.removeSettle(contract);
            settlement.settle(contract, demand);
        }
    }

    /** No telemetry came in time. */
    void settle(ContractState contract) {
        settlement.settle(contract, null);
    }
}
