package io.attentionfutures.market.clearing;

import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.clearing.MarketEvent.DemandRealised;
import io.attentionfutures.market.price.PriceHistory;
import io.attentionfutures.market.settlement.GateClosure;
import io.attentionfutures.market.settlement.SettlementPrice;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** A market of the segment: its rules, its newest forecast, and its contracts. */
final class Market {
    /** As the operator published it. */
    ContractSpecification published;

    /** What holds: as published, but for what directives changed. */
    ContractSpecification specification;

    /** By directive, null for none. */
    AllocationProfile profileDirective;

    /** By directive, NaN for none. */
    double bufferDirective = Double.NaN;

    /** By directive, null for none. */
    Band bandDirective;

    /** By directive, negative for none; 0 for no limit. */
    long limitDirective = -1;

    /** By directive. */
    boolean halted;

    /** Null before the first forecast. */
    MarketEvent.ForecastArrived forecast;

    /** By start of delivery. */
    final Map<Long, ContractState> contracts = new TreeMap<>();

    /** What past periods were settled at, and what follows for those to come. */
    final PriceHistory history;

    final BlockBook blocks = new BlockBook();

    /** Contracts whose gate has closed and that are not yet settled, by start of delivery. */
    final Map<Long, ContractState> delivering = new TreeMap<>();

    /** Start of the contract whose gate closed last, and what it was settled at. */
    long closedStartMillis = Long.MIN_VALUE;

    GateClosure.Neighbour closedNeighbour;

    /** Latest start of delivery that was ever listed. */
    long listedThroughMillis = Long.MIN_VALUE;

    boolean specificationChanged;
    boolean forecastChanged;
    boolean historyChanged;

    Market(ContractSpecification specification) {
        specify(specification);
        history = new PriceHistory(specification.periodMillis());
    }

    void specify(ContractSpecification changed) {
        published = changed;
        applyDirectives();
    }

    /** Brings what holds up to date with what was published and directed. */
    void applyDirectives() {
        ContractSpecification effective = published;
        if (profileDirective != null) {
            effective = effective.withAllocationProfile(profileDirective);
        }
        if (!Double.isNaN(bufferDirective)) {
            effective = effective.withMargin(effective.margin().withBuffer(bufferDirective));
        }
        specification = effective;
        specificationChanged = true;
    }

    /** Contracts that trade or are delivered, by start. */
    Collection<ContractState> allContracts() {
        TreeMap<Long, ContractState> all = new TreeMap<>(delivering);
        all.putAll(contracts);
        return all.values();
    }

    /** A contract's gate has closed; what the market itself made up is not learnt from. */
    void settled(ContractState contract, long timeMillis) {
        SettlementPrice price = contract.delivering.price();
        if (price.tier().traded()) {
            historyChanged |=
                    history.settled(
                            contract.code.startMillis(), price.ticks(), timeMillis, specification);
        }
    }

    /** Telemetry of a period arrived, which may be one that is not over. */
    void realised(DemandRealised realised, long timeMillis) {
        boolean ours = realised.periodMillis() == specification.periodMillis();
        if (ours && realised.startMillis() <= timeMillis - realised.periodMillis()) {
            historyChanged |=
                    history.used(
                            realised.startMillis(),
                            realised.used(),
                            realised.capacity(),
                            specification);
        }
    }

    /** What a lot of a delivered contract would cost now: the nearest price that trades. */
    long replacementTicks(ContractState missing) {
        for (ContractState contract : contracts.values()) {
            if (contract.lastPriceTicks >= 0) {
                return contract.lastPriceTicks;
            }
        }
        return missing.delivering.price().ticks();
    }

    String name() {
        return specification.market();
    }
}
