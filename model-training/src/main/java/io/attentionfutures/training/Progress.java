package io.attentionfutures.training;

import io.attentionfutures.training.fit.EpochResult;

/**
 * Is told how training goes. Never called by two threads at a time; an exception ends the training,
 * and what was done so far is kept where the run keeps it.
 */
@FunctionalInterface
public interface Progress {

    /** Says nothing. */
    Progress NONE = (result, standing) -> {};

    /** An epoch of some fit has ended, and its state was stored. */
    void epoch(EpochResult result, Standing standing);

    /**
     * The networks are there, and are being measured on the held-out data.
     *
     * @param shareDone share of the forecasts that were made, from 0 to 1
     */
    default void measuring(double shareDone) {}

    /**
     * How far the run is.
     *
     * @param trialsDone trials that were decided
     * @param trialsPlanned trials there will be; 0 if time decides
     * @param bestError smallest validation error of these trials; NaN before the first
     * @param shareDone share of the work or the time, from 0 to 1
     * @param elapsedSeconds time since the run began
     * @param leftSeconds time that is left, at most; NaN while it cannot be told
     */
    record Standing(
            int trialsDone,
            int trialsPlanned,
            double bestError,
            double shareDone,
            double elapsedSeconds,
            double leftSeconds) {}
}
