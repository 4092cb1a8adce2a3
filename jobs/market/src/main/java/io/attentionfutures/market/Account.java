package io.attentionfutures.market;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A participant as one clearing segment knows it.
 *
 * @param id the account's name, not empty
 * @param role what the account may do
 * @param active whether its orders are accepted
 * @param weight its share in {@link AllocationProfile#MAX_MIN} rationing relative to others, at
 *     least 1
 * @param paysInFull whether it must hold the whole price of what it buys, instead of a margin
 * @param verifiedLots by market, the lots per delivery period that a provider has shown to operate;
 *     it may sell no more where collateral is asked for
 */
public record Account(
        String id,
        Role role,
        boolean active,
        int weight,
        boolean paysInFull,
        SortedMap<String, Long> verifiedLots) {
    public Account {
        Objects.requireNonNull(role, "role");
        verifiedLots = Collections.unmodifiableSortedMap(new TreeMap<>(verifiedLots));
        verifiedLots.forEach(
                (market, lots) -> {
                    if (lots < 0) {
                        throw new IllegalArgumentException(
                                "verified lots of account "
                                        + id
                                        + " in "
                                        + market
                                        + " must not be negative, were "
                                        + lots);
                    }
                });
        if (id.isEmpty()) {
            throw new IllegalArgumentException("an account needs a name");
        }
        if (weight < 1) {
            throw new IllegalArgumentException(
                    "weight of account " + id + " must be at least 1, was " + weight);
        }
    }

    /** An account on margin that has verified no capacity. */
    public Account(String id, Role role, boolean active, int weight) {
        this(id, role, active, weight, false, new TreeMap<>());
    }
}
