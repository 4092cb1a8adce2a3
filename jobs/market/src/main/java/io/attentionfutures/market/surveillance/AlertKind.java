package io.attentionfutures.market.surveillance;

/** What an account is suspected of, or a contract suffers from. */
public enum AlertKind {
    /** Far more lots ordered than traded. */
    ORDER_TO_TRADE,
    /** A price that one account's orders moved far. */
    INFLUENCE,
    /** Cancels that moved the indicative price, followed by a fill on the other side. */
    SPOOFING,
    /** Many levels of one side, nearly all cancelled, and fills on the other side. */
    LAYERING,
    /** Lots that went back to where they came from. */
    WASH,
    /** A large part of the settlement window, traded in favour of the position held before. */
    MARKING_SETTLEMENT,
    /** One side of a contract in few hands. Names the largest. */
    CONCENTRATION,
    /** Demand that cannot be met without one provider. Names that provider. */
    RESIDUAL_SUPPLY,
    /** Verified capacity that was not offered. */
    WITHHELD
}
