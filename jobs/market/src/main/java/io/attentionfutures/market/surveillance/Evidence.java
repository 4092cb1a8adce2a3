package io.attentionfutures.market.surveillance;

import java.util.Objects;

/**
 * One thing that was measured, or the threshold that it was compared with.
 *
 * @param name what it is, with its unit unless it is a text, such as {@code cancelledLots}
 * @param value the value; whole numbers in decimal digits
 */
public record Evidence(String name, String value) {
    public Evidence {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }
}
