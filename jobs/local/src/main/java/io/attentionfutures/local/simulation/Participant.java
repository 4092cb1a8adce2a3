package io.attentionfutures.local.simulation;

import io.attentionfutures.market.Role;

/** Somebody who trades: sees what is public and its own desk, and acts once before each call. */
public interface Participant {
    /** Name of its account, unique in a simulation. */
    String name();

    Role role();

    /** Enters, changes and cancels orders for the next call. */
    void act(MarketView market, Desk desk);

    /** A contract's gate has closed; its settlement price is known and its orders are gone. */
    default void closed(ContractView contract, Desk desk) {}
}
