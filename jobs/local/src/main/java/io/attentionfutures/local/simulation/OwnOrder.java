package io.attentionfutures.local.simulation;

import io.attentionfutures.market.Side;

/** An order as its owner knows it. */
public final class OwnOrder {
    final ContractView contract;
    final Side side;
    String id;
    long limitTicks;
    long leavesLots;
    long filledLots;
    long paidTicks;
    boolean open = true;

    OwnOrder(String id, ContractView contract, Side side, long lots, long limitTicks) {
        this.id = id;
        this.contract = contract;
        this.side = side;
        this.leavesLots = lots;
        this.limitTicks = limitTicks;
    }

    public ContractView contract() {
        return contract;
    }

    public Side side() {
        return side;
    }

    public long limitTicks() {
        return limitTicks;
    }

    /** Lots that may still be filled; 0 once the order is at its end. */
    public long leavesLots() {
        return leavesLots;
    }

    public long filledLots() {
        return filledLots;
    }

    /** Price times lots, summed over all fills. */
    public long paidTicks() {
        return paidTicks;
    }

    public boolean isOpen() {
        return open;
    }
}
