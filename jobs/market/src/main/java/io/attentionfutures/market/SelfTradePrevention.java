package io.attentionfutures.market;

/** What happens when an owner's buy could meet its own sell at some uniform price. */
public enum SelfTradePrevention {
    /** The incoming order is rejected. */
    CANCEL_NEW,
    /** The owner's resting orders that could meet it are cancelled. */
    CANCEL_RESTING
}
