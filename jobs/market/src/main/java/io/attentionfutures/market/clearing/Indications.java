package io.attentionfutures.market.clearing;

import io.attentionfutures.market.auction.AuctionResult;

/**
 * Publishes where a contract would trade if its call took place now, as orders come and go, but no
 * more often than the contract's rules say. Orders that trade whole or not at all are left out: it
 * takes the call to decide about them.
 */
final class Indications {
    private final Segment segment;
    private final PriceReports prices;

    Indications(Segment segment, PriceReports prices) {
        this.segment = segment;
        this.prices = prices;
    }

    void bookChanged(ContractState contract) {
        long interval = contract.rules().calls().indicativeMillis();
        if (interval == 0
                || contract.quote == null
                || contract.isHalted()
                || contract.indicationMillis != ContractState.NEVER) {
            return;
        }
        if (contract.indicatedMillis == Long.MIN_VALUE
                || contract.indicatedMillis + interval <= segment.nowMillis) {
            publish(contract);
            return;
        }
        contract.indicationMillis = contract.indicatedMillis + interval;
        segment.deadlines.addIndication(contract);
        segment.changes.touch(contract);
    }

    /** The planned indication is due. */
    void due(ContractState contract) {
        contract.indicationMillis = ContractState.NEVER;
        if (contract.quote != null && !contract.isHalted()) {
            publish(contract);
        }
        segment.changes.touch(contract);
    }

    void forget(ContractState contract) {
        if (contract.indicationMillis != ContractState.NEVER) {
            segment.deadlines.removeIndication(contract);
            contract.indicationMillis = ContractState.NEVER;
        }
    }

    private void publish(ContractState contract) {
        contract.indicatedMillis = segment.nowMillis;
        AuctionResult result = contract.quote.auction(contract, segment, 0, 0).result();
        prices.auction(
                contract,
                result,
                true,
                CallTimes.phase(contract, segment.nowMillis),
                contract.book.bookHash());
        segment.changes.touch(contract);
    }
}
