package io.attentionfutures.local.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What everybody can see of the market before a call. */
public final class MarketView {
    final List<ContractView> contracts = new ArrayList<>();
    Forecast forecast;
    int call;

    /** Contracts that trade, next delivery first. */
    public List<ContractView> contracts() {
        return Collections.unmodifiableList(contracts);
    }

    /** Returns the contract of a delivery hour, or null if it does not trade. */
    public ContractView contract(int hour) {
        if (contracts.isEmpty()) {
            return null;
        }
        int index = hour - contracts.get(0).hour();
        return index >= 0 && index < contracts.size() ? contracts.get(index) : null;
    }

    public Forecast forecast() {
        return forecast;
    }

    /** Number of the next call, counted from the start of the simulation. */
    public int call() {
        return call;
    }

    /** The hour of the day and week in which the next call lies. */
    public int hour() {
        return call / SimulatedExchange.CALLS_AN_HOUR;
    }
}
