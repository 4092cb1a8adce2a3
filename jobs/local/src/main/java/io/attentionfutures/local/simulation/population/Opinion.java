package io.attentionfutures.local.simulation.population;

import io.attentionfutures.local.simulation.ContractView;
import io.attentionfutures.local.simulation.SeededRandom;
import java.util.HashMap;
import java.util.Map;

/**
 * What one participant thinks that contracts are worth: the scarcity price, seen through an error
 * of its own that wanders, blended with the last auction price.
 */
final class Opinion {
    private static final double TRUST_IN_MARKET = 0.35;
    private static final double WANDERING = 0.25;

    private final SeededRandom random;
    private final double error;
    private final Map<Integer, Double> errors = new HashMap<>();

    /**
     * Forms no opinion yet.
     *
     * @param error relative standard deviation of the own error
     */
    Opinion(SeededRandom random, double error) {
        this.random = random;
        this.error = error;
    }

    /** Returns the worth of a contract in ticks; each look lets the error wander. */
    double of(ContractView contract) {
        double old = errors.getOrDefault(contract.hour(), random.deviate());
        double wandered = old * Math.sqrt(1 - WANDERING * WANDERING) + WANDERING * random.deviate();
        errors.put(contract.hour(), wandered);
        double own = contract.fairTicks() * (1 + error * wandered);
        return contract.lastTicks() < 0
                ? own
                : (1 - TRUST_IN_MARKET) * own + TRUST_IN_MARKET * contract.lastTicks();
    }

    void forget(ContractView contract) {
        errors.remove(contract.hour());
    }
}
