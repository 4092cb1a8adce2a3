package io.attentionfutures.market;

/** How long an order stays in the book (FIX TimeInForce). */
public enum TimeInForce {
    /** Until it is filled or cancelled, at most until gate closure. */
    GTC,
    /** For the next uncross only; what is left is cancelled. */
    IOC
}
