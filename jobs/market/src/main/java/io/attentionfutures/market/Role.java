package io.attentionfutures.market;

/** What an account is in the market for. */
public enum Role {
    /** Sells capacity that it operates; its short lots back allocations. */
    PROVIDER,
    /** Buys capacity to use it; its long lots become allocations. */
    CONSUMER,
    /** Trades both ways for profit; never takes or makes delivery. */
    INVESTOR,
    /** Watches and intervenes; enters no orders. */
    REGULATOR
}
