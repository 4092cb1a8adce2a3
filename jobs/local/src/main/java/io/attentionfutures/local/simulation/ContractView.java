package io.attentionfutures.local.simulation;

import java.util.List;

/** What everybody can see of one contract. Prices in ticks, negative where there is none. */
public final class ContractView {
    private static final double VOLATILITY_DECAY = 0.8;

    private final int hour;
    private final String name;
    int callsToGate;
    double fairTicks;
    long lastTicks = -1;
    long previousTicks = -1;
    long lastLots;
    long referenceTicks = -1;
    long bestBidTicks = -1;
    long bestAskTicks = -1;
    long tradedLots;
    long settlementTicks = -1;
    List<DepthLevel> bids = List.of();
    List<DepthLevel> asks = List.of();
    private double volatility;

    /** One level of the published book. */
    public record DepthLevel(long ticks, long lots) {}

    ContractView(int hour, String name) {
        this.hour = hour;
        this.name = name;
    }

    void call(long ticks, long lots) {
        lastLots = lots;
        tradedLots += lots;
        if (lots == 0) {
            volatility *= VOLATILITY_DECAY;
            return;
        }
        previousTicks = lastTicks;
        lastTicks = ticks;
        if (previousTicks > 0) {
            double move = Math.abs(ticks - previousTicks) / (double) previousTicks;
            volatility = VOLATILITY_DECAY * volatility + (1 - VOLATILITY_DECAY) * move;
        }
    }

    /** Hour of delivery, counted from the start of the simulation. */
    public int hour() {
        return hour;
    }

    public String name() {
        return name;
    }

    /** Calls that are still to come, the next one included. */
    public int callsToGate() {
        return callsToGate;
    }

    /** The scarcity price of the latest forecast. */
    public double fairTicks() {
        return fairTicks;
    }

    /** The last auction price. */
    public long lastTicks() {
        return lastTicks;
    }

    /** The auction price before the last. */
    public long previousTicks() {
        return previousTicks;
    }

    /** Lots traded in the last call, which may be 0. */
    public long lastLots() {
        return lastLots;
    }

    /** Lots traded in all calls. */
    public long tradedLots() {
        return tradedLots;
    }

    public long referenceTicks() {
        return referenceTicks;
    }

    public long bestBidTicks() {
        return bestBidTicks;
    }

    public long bestAskTicks() {
        return bestAskTicks;
    }

    /** The book after the last call, best first. */
    public List<DepthLevel> bids() {
        return bids;
    }

    /** The book after the last call, best first. */
    public List<DepthLevel> asks() {
        return asks;
    }

    /** Moving average of the relative price change from trade to trade. */
    public double volatility() {
        return volatility;
    }

    /** The settlement price once the gate has closed. */
    public long settlementTicks() {
        return settlementTicks;
    }
}
