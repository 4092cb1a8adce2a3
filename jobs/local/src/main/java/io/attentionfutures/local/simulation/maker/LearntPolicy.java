package io.attentionfutures.local.simulation.maker;

import io.attentionfutures.local.simulation.SeededRandom;

/** Quotes what has the highest learnt value, except for a share of trials while it learns. */
public final class LearntPolicy implements MakerPolicy {
    private final ActionValues values;
    private final double exploration;
    private final SeededRandom random;

    LearntPolicy(ActionValues values) {
        this(values, 0, null);
    }

    LearntPolicy(ActionValues values, double exploration, SeededRandom random) {
        this.values = values;
        this.exploration = exploration;
        this.random = random;
    }

    @Override
    public Quoting quote(MakerState state) {
        int number = QuotingGrid.state(state);
        int action = values.best(number);
        if (exploration > 0 && random.chance(exploration)) {
            action = random.whole(0, QuotingGrid.ACTIONS - 1);
        }
        return QuotingGrid.quoting(action);
    }
}
