package io.attentionfutures.training.network;

/**
 * A recurrent network that can be trained: rows of {@code [feature][step]} in, one output per
 * window ahead. Holds native memory; not thread-safe.
 */
public interface Network extends AutoCloseable {

    /** All parameters, in a fixed order; a copy. */
    float[] parameters();

    /** Replaces all parameters. */
    void setParameters(float[] parameters);

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
