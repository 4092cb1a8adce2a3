package io.attentionfutures.local.simulation.experiment;

/** Is told, from any thread, how many more weeks of market time have been simulated. */
public interface Progress {
    void done(int weeks);
}
