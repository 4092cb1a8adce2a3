package io.attentionfutures.forecast.model;

import java.util.OptionalInt;

/** A library that scores networks, found by {@link java.util.ServiceLoader}. */
public interface ScoringEngine {

    /** Name in configurations. */
    String name();

    /** Whether the library and its native code are there and run on this machine. */
    boolean available();

    /** Whether it would score on the graphics processor of that index. */
    boolean uses(int device);

    /**
     * Loads a network and scores once, so that the first real rows are not slow.
     *
     * @param network the network
     * @param device index of the graphics processor to score on; empty for the machine's processor
     * @throws ModelBundleException if the engine cannot score this network
     * @throws ScoringEngineException if the engine cannot run on this machine or device
     */
    NetworkScorer open(BundledNetwork network, OptionalInt device);
}
