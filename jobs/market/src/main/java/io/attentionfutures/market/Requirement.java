package io.attentionfutures.market;

/** A condition on the fields of a contract specification. */
final class Requirement {
    private Requirement() {}

    static void holds(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException("contract specification: " + message);
        }
    }

    /** Products of what holds stay within 64 bits. */
    static void small(long value, String field) {
        holds(value < ContractSpecification.LARGEST, field + " must be below 2^40");
    }
}
