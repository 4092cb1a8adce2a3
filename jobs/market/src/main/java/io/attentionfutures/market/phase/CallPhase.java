package io.attentionfutures.market.phase;

/** What a contract's call is doing. */
public enum CallPhase {
    /** Orders are collected; they may be entered, replaced and cancelled. */
    ENTRY,
    /** Shortly before the call: orders may be entered, no longer replaced or cancelled. */
    FREEZE,
    /** The call was put off because its price left the dynamic band; orders are collected on. */
    EXTENDED,
    /** No call takes place until the market is resumed. */
    HALTED,
    /** Outside the trading hours. */
    CLOSED
}
