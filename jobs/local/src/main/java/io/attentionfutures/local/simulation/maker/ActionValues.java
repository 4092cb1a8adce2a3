package io.attentionfutures.local.simulation.maker;

import java.util.List;

/**
 * The expected profit to come of each choice in each state, learnt from trading by expected SARSA
 * (Van Seijen et al., "A theoretical and empirical analysis of Expected Sarsa", 2009):
 *
 * <pre>
 * Q(s, a) += step · (r + Σ_b π(b | s') Q(s', b) - Q(s, a))
 * </pre>
 *
 * with a policy π that explores with a given probability, and a step that falls with the number of
 * visits. Trajectories are learnt backwards, so that what happens at the gate is known at once.
 */
final class ActionValues {
    private static final double STEP_POWER = 0.8;

    private final double[][] values = new double[QuotingGrid.STATES][QuotingGrid.ACTIONS];
    private final int[][] visits = new int[QuotingGrid.STATES][QuotingGrid.ACTIONS];

    /**
     * One decision and what came of it.
     *
     * @param state the state's number
     * @param action the choice's number
     * @param reward profit until the next decision, or until settlement after the last
     */
    record Step(int state, int action, double reward) {}

    /** Learns from one contract's decisions, first to last. */
    void learn(List<Step> trajectory, double exploration) {
        double after = 0;
        for (int i = trajectory.size() - 1; i >= 0; i--) {
            Step step = trajectory.get(i);
            int visit = ++visits[step.state()][step.action()];
            double rate = 1 / StrictMath.pow(visit, STEP_POWER);
            double[] known = values[step.state()];
            known[step.action()] += rate * (step.reward() + after - known[step.action()]);
            after = expected(step.state(), exploration);
        }
    }

    /** The value of a state under the exploring policy. */
    private double expected(int state, double exploration) {
        double sum = 0;
        for (double value : values[state]) {
            sum += value;
        }
        return (1 - exploration) * values[state][best(state)]
                + exploration * sum / QuotingGrid.ACTIONS;
    }

    /** Returns the choice of the highest value; of equals the first. */
    int best(int state) {
        int best = 0;
        for (int action = 1; action < QuotingGrid.ACTIONS; action++) {
            if (values[state][action] > values[state][best]) {
                best = action;
            }
        }
        return best;
    }

    double value(int state, int action) {
        return values[state][action];
    }

    int visits(int state, int action) {
        return visits[state][action];
    }
}
