package io.attentionfutures.market;

/** A condition on the fields of a contract specification. */
final class Requirement {
    private Requirement() {}

    static void holds(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException("contract specification: " + message);
        }
    }
}
