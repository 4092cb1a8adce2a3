package io.attentionfutures.forecast.statistical;

import java.io.DataOutput;
import java.io.IOException;

/** A statistical model whose parameters have been fitted to one series. Immutable. */
interface FittedModel {

    /**
     * Forecasts the windows after a history with the fitted parameters.
     *
     * @param values finite, oldest first, without holes; at least one
     * @param horizon number of windows
     */
    double[] forecast(double[] values, int horizon);

    /** Writes the parameters. */
    void write(DataOutput out) throws IOException;
}
