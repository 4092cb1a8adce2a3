package io.attentionfutures.local.simulation.maker;

import io.attentionfutures.local.simulation.maker.MakerPolicy.Quoting;

/**
 * The states that a learning market maker tells apart and the choices that it has. Long and short
 * mirror each other: what is learnt of one holds for the other.
 */
final class QuotingGrid {
    private static final double[] HALF_SPREADS = {0.0025, 0.005, 0.01, 0.02, 0.04};
    private static final double[] SKEWS = {0, 0.004, 0.01, 0.025};
    private static final long[] INVENTORIES = {0, 5, 12, 20};
    private static final double[] VOLATILITIES = {0.015, 0.035};
    private static final int[] CALLS_TO_GATE = {3, 16};

    static final int ACTIONS = HALF_SPREADS.length * SKEWS.length;
    static final int STATES =
            (INVENTORIES.length + 1) * (VOLATILITIES.length + 1) * (CALLS_TO_GATE.length + 1);

    private QuotingGrid() {}

    static int state(MakerState state) {
        int inventory = 0;
        while (inventory < INVENTORIES.length
                && Math.abs(state.inventoryLots()) > INVENTORIES[inventory]) {
            inventory++;
        }
        int volatility = 0;
        while (volatility < VOLATILITIES.length && state.volatility() > VOLATILITIES[volatility]) {
            volatility++;
        }
        int time = 0;
        while (time < CALLS_TO_GATE.length && state.callsToGate() > CALLS_TO_GATE[time]) {
            time++;
        }
        return (inventory * (VOLATILITIES.length + 1) + volatility) * (CALLS_TO_GATE.length + 1)
                + time;
    }

    /** Without inventory there is nothing to skew against. */
    static boolean isChoice(int state, int action) {
        boolean flat = state < (VOLATILITIES.length + 1) * (CALLS_TO_GATE.length + 1);
        return !flat || action % SKEWS.length == 0;
    }

    static Quoting quoting(MakerState state, int action) {
        double skew = -Long.signum(state.inventoryLots()) * SKEWS[action % SKEWS.length];
        return new Quoting(HALF_SPREADS[action / SKEWS.length], skew, action);
    }
}
