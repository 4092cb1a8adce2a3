package io.attentionfutures.local.agents;

import java.math.BigDecimal;

/** Checks what a configuration gives; the message names the field and what is allowed. */
public final class Given {
    private Given() {}

    /** Requires a name without spaces. */
    public static void name(String field, String value) {
        holds(
                value != null && value.matches("\\S{1,100}"),
                field + " must be a name without spaces");
    }

    /** Requires a number from 0 to 1. */
    public static void fraction(String field, Double value) {
        inRange(field, value, 0, 1);
    }

    /** Requires a number in a range, both ends included. */
    public static void inRange(String field, Double value, double low, double high) {
        holds(
                value != null && value >= low && value <= high,
                outOfRange(field, text(low), text(high), value == null ? null : text(value)));
    }

    /** Requires a whole number in a range, both ends included. */
    public static void inRange(String field, Integer value, int low, int high) {
        holds(value != null && value >= low && value <= high, outOfRange(field, low, high, value));
    }

    private static String outOfRange(String field, Object low, Object high, Object value) {
        return field
                + " must be "
                + low
                + " to "
                + high
                + (value == null ? ", but is missing" : ", was " + value);
    }

    private static String text(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : Double.toString(number);
    }

    /**
     * Requires anything else.
     *
     * @throws IllegalArgumentException with the message, if it does not hold
     */
    public static void holds(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
