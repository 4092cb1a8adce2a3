package io.attentionfutures.market.settlement;

import java.util.Objects;

/**
 * Lots of a contract that a provider delivers to a consumer.
 *
 * @param lots at least 1
 */
public record Allocation(String consumer, String provider, long lots) {
    public Allocation {
        Objects.requireNonNull(consumer, "consumer");
        Objects.requireNonNull(provider, "provider");
        if (lots < 1) {
            throw new IllegalArgumentException("an allocation needs a lot, was " + lots);
        }
    }
}
