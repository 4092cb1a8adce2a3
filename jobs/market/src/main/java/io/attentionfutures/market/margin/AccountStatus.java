package io.attentionfutures.market.margin;

/** How an account stands with its clearing segment. */
public enum AccountStatus {
    /** Its cash covers what its positions need. */
    NORMAL,
    /** Its cash fell below maintenance; it has until a deadline to bring more. */
    MARGIN_CALL,
    /** The market closes its positions. */
    LIQUIDATING
}
