package io.attentionfutures.training.run;

/** How a run stands. */
public enum RunState {
    /** It is going on. */
    RUNNING,
    /** It came to its end. */
    DONE,
    /** It ended with a fault. */
    FAILED,
    /** It was stopped from outside, and can be resumed. */
    INTERRUPTED
}
