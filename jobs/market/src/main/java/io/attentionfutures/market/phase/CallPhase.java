package io.attentionfutures.market.phase;

/** What a contract's trading is in. */
public enum CallPhase {
    /** Orders may be entered, replaced and cancelled. */
    ENTRY,
    /** Shortly before a call: orders may be entered, none can be taken back. */
    FREEZE,
    /** A call that would have left the corridor was put off. */
    EXTENDED,
    /** No calls and no new orders until a regulator resumes trading. */
    HALTED,
    /** Outside trading hours, or the gate has closed. */
    CLOSED
}
