package io.attentionfutures.market;

/** How lots are rationed among the heavy side's orders at the auction price. */
public enum AllocationProfile {
    /** Weighted water-filling per account; inside an account price-time. */
    MAX_MIN,
    /** Earlier sequence first. */
    PRICE_TIME,
    /** In proportion to the lots wanted, largest remainder, ties by earlier sequence. */
    PRO_RATA
}
