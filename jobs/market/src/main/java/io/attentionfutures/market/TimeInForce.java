package io.attentionfutures.market;

/** How long an order stays in the book (FIX TimeInForce). */
public enum TimeInForce {
    /** Until it is filled or cancelled, at most until gate closure. */
    GTC,
    /** For the next uncross only; what is left is cancelled. */
    IOC,
    /** All lots in the next uncross, or the order is cancelled. */
    FOK,
    /** Like GTC, but at most until a time that the order names. */
    GTD
}
