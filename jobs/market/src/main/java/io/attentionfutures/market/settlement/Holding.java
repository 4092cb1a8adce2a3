package io.attentionfutures.market.settlement;

import io.attentionfutures.market.Role;
import java.util.Objects;

/**
 * An account's position in a contract whose gate has closed.
 *
 * @param account the account's name
 * @param role decides who takes and who makes delivery
 * @param lots net position, negative for short
 * @param deliverableLots most lots that may be delivered: what a consumer can pay for, what a
 *     provider can back; at least 0
 * @param weight the account's weight in max-min rationing, at least 1
 */
public record Holding(String account, Role role, long lots, long deliverableLots, int weight) {
    public Holding {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(role, "role");
        if (deliverableLots < 0) {
            throw new IllegalArgumentException(
                    "deliverable lots must not be negative, was " + deliverableLots);
        }
        if (weight < 1) {
            throw new IllegalArgumentException("weight must be at least 1, was " + weight);
        }
    }

    /** Lots that this account, a consumer, takes delivery of; 0 for anybody else. */
    long wantedLots() {
        return role == Role.CONSUMER ? Math.min(Math.max(0, lots), deliverableLots) : 0;
    }

    /** Lots that this account, a provider, makes delivery of; 0 for anybody else. */
    long offeredLots() {
        return role == Role.PROVIDER ? Math.min(-Math.min(0, lots), deliverableLots) : 0;
    }
}
