package io.attentionfutures.local.simulation.maker;

import io.attentionfutures.local.simulation.maker.MakerPolicy.Quoting;

/**
 * The states that a learning market maker tells apart and the choices that it has. Long and short
 * are told apart, because prices may drift as the gate comes near.
 */
final class QuotingGrid {
    private static final double[] HALF_SPREADS = {0.0025, 0.006, 0.012};
    private static final double[] SKEWS = {-0.05, -0.02, 0, 0.02, 0.05};
    private static final long[] INVENTORIES = {-16, -4, 3, 15};
    private static final double[] VOLATILITIES = {0.015, 0.035};
    private static final int[] CALLS_TO_GATE = {2, 6, 16};

    static final int ACTIONS = HALF_SPREADS.length * SKEWS.length;
    static final int STATES =
            (INVENTORIES.length + 1) * (VOLATILITIES.length + 1) * (CALLS_TO_GATE.length + 1);

    private QuotingGrid() {}

    static int state(MakerState state) {
        int inventory = 0;
        while (inventory < INVENTORIES.length && state.inventoryLots() > INVENTORIES[inventory]) {
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

    static Quoting quoting(int action) {
        return new Quoting(
                HALF_SPREADS[action / SKEWS.length], SKEWS[action % SKEWS.length], action);
    }
}
