package io.attentionfutures.local.simulation;

import io.attentionfutures.market.Side;
import java.util.HashMap;
import java.util.Map;

/** A participant's resting orders, kept in numbered places for each contract. */
public final class Quotes {
    private final int places;
    private final Map<Integer, OwnOrder[]> orders = new HashMap<>();

    public Quotes(int places) {
        this.places = places;
    }

    /** Puts an order in a place, or changes what is there; no lots take it away. */
    public void put(
            Desk desk, ContractView contract, int place, Side side, long lots, long limitTicks) {
        OwnOrder[] own = orders.computeIfAbsent(contract.hour(), hour -> new OwnOrder[places]);
        OwnOrder order = own[place];
        if (lots <= 0) {
            desk.cancel(order);
            own[place] = null;
        } else if (order != null && order.isOpen()) {
            desk.replace(order, lots, limitTicks);
        } else {
            own[place] = desk.limit(contract, side, lots, limitTicks);
        }
    }

    /** Returns the order in a place, which may have ended, or null. */
    public OwnOrder get(ContractView contract, int place) {
        OwnOrder[] own = orders.get(contract.hour());
        return own == null ? null : own[place];
    }

    /** Forgets a contract whose orders are gone. */
    public void forget(ContractView contract) {
        orders.remove(contract.hour());
    }
}
