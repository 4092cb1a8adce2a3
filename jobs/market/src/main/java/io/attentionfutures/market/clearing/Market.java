package io.attentionfutures.market.clearing;

import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.settlement.GateClosure;
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

    Market(ContractSpecification specification) {
        specify(specification);
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
