package io.attentionfutures.training.fit;

/** Says whether a fit should stop where it is, in the middle of an epoch. Thread-safe. */
@FunctionalInterface
public interface StopSignal {

    /** Never stops. */
    StopSignal NEVER = () -> false;

    /** Whether to stop now. */
    boolean stop();
}
