package io.attentionfutures.local.simulation.population;

import io.attentionfutures.local.simulation.ContractView;

/** How often participants look at a contract: more often the nearer its gate. */
final class Attention {
    private static final int NEAR = 3 * 4;
    private static final int FAR = 12 * 4;

    private Attention() {}

    /**
     * Whether somebody looks at a contract before the next call.
     *
     * @param turn differs between participants, so that they do not all look at the same time
     */
    static boolean isDue(ContractView contract, int turn) {
        int calls = contract.callsToGate();
        if (calls <= NEAR) {
            return true;
        }
        return Math.floorMod(calls + turn, calls <= FAR ? 2 : 4) == 0;
    }

    /** Returns the share of a contract's trading life that is over, 0 to 1. */
    static double elapsed(ContractView contract) {
        return 1 - Math.min(1, contract.callsToGate() / 95.0);
    }
}
