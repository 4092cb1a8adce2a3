package io.attentionfutures.market;

import java.util.Objects;

/**
 * A participant as one clearing segment knows it.
 *
 * @param id the account's name, not empty
 * @param role what the account may do
 * @param active whether its orders are accepted
 * @param weight its share in {@link AllocationProfile#MAX_MIN} rationing relative to others, at
 *     least 1
 */
public record Account(String id, Role role, boolean active, int weight) {
    public Account {
        Objects.requireNonNull(role, "role");
        if (id.isEmpty()) {
            throw new IllegalArgumentException("an account needs a name");
        }
        if (weight < 1) {
            throw new IllegalArgumentException(
                    "weight of account " + id + " must be at least 1, was " + weight);
        }
    }
}
