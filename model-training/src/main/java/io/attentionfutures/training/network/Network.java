package io.attentionfutures.training.network;

import io.attentionfutures.forecast.model.Architecture;

/**
 * A recurrent network that can be trained: rows of {@code [feature][step]} in, one output per
 * window ahead. Holds native memory; not thread-safe.
 */
public interface Network extends AutoCloseable {

    /** The numerical library and its version, as written into bundles. */
    String LIBRARY = "deeplearning4j 1.0.0-M2.1";

    /**
     * A network to train. Its output layer starts at zero: it adds nothing to the combined simple
     * forecast.
     *
     * @param architecture one that can be trained
     * @param hidden width of the recurrent layer
     * @param seed seed of the initial weights
     * @param learningRate step size of Adam (Kingma and Ba 2015)
     * @param weightDecay weight of the squared parameters in the loss
     * @throws IllegalArgumentException if the architecture cannot be trained
     */
    static Network untrained(
            Architecture architecture,
            int hidden,
            long seed,
            double learningRate,
            double weightDecay) {
        return switch (architecture) {
            case LSTM -> LstmNetwork.untrained(hidden, seed, learningRate, weightDecay);
            case GRU -> GruNetwork.untrained(hidden, seed, learningRate, weightDecay);
            case IMPORTED ->
                    throw new IllegalArgumentException("an imported network cannot be trained");
        };
    }

    /**
     * A network with given parameters, to score with or to train further.
     *
     * @param parameters in the order of {@link Architecture#parameterCount}
     * @throws IllegalArgumentException if the architecture cannot be trained
     */
    static Network of(
            Architecture architecture,
            int hidden,
            float[] parameters,
            double learningRate,
            double weightDecay) {
        Network network = untrained(architecture, hidden, 0, learningRate, weightDecay);
        network.setParameters(parameters);
        return network;
    }

    /** All parameters, in the order of {@link Architecture#parameterCount}; a copy. */
    float[] parameters();

    /** Replaces all parameters. */
    void setParameters(float[] parameters);

    /** What the optimiser remembers of earlier steps, in a fixed order; a copy. */
    float[] updaterState();

    /** Steps of training so far. */
    int steps();

    /**
     * Goes on where another network stopped: the next {@link #fit} does what it would have done
     * there, to the last bit.
     *
     * @param parameters that network's {@link #parameters}
     * @param updaterState its {@link #updaterState}
     * @param steps its {@link #steps}
     */
    void resume(float[] parameters, float[] updaterState, int steps);

    /**
     * One step of training.
     *
     * @param rows {@code [row][feature][step]}
     * @param targets {@code [row][window]}
     * @return the loss before the step
     */
    double fit(float[][][] rows, float[][] targets);

    /**
     * Scores rows, for training.
     *
     * @param rows {@code [row][feature][step]}
     * @return {@code [row][window]}
     */
    float[][] output(float[][][] rows);

    /** Frees the native memory; the network cannot be used afterwards. */
    @Override
    void close();
}
