package io.attentionfutures.forecast;

/**
 * A demand history after cleaning: every window has a finite value that is not negative.
 *
 * @param values units in use per window, oldest first; at least one
 * @param filled whether the window's value was made up because nothing was measured
 */
public record CleanDemand(double[] values, boolean[] filled) {

    /** Number of windows. */
    public int windows() {
        return values.length;
    }
}
