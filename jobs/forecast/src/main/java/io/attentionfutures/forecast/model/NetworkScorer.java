package io.attentionfutures.forecast.model;

import java.util.List;

/**
 * A network ready to score. A row's output is the same to the last bit whichever rows come with it.
 * Holds native memory; not thread-safe.
 */
public interface NetworkScorer extends AutoCloseable {

    /**
     * Scores rows.
     *
     * @param rows {@code [feature][step]} each, as {@link FeatureRow#steps}; any number
     * @return {@code [row][window]}, in the rows' order; the numbers may be infinite or NaN if the
     *     network's weights are extreme
     */
    float[][] score(List<float[][]> rows);

    /** Frees the native memory; the scorer cannot be used afterwards. */
    @Override
    void close();
}
