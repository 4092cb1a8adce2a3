package io.attentionfutures.market.margin;

/** How an account stands against its maintenance requirement. */
public enum AccountStatus {
    /** Cash covers the requirement. */
    NORMAL,
    /** Cash fell below the requirement; it is to be restored before a deadline. */
    MARGIN_CALL,
    /** Orders that add risk are cancelled and the position is closed out. */
    LIQUIDATING
}
