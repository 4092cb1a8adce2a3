package io.attentionfutures.forecast.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.ServiceLoader;

/** The scoring engines on the class path. */
public final class ScoringEngines {

    /** Chooses by what the machine has. */
    public static final String AUTO = "auto";

    /** ONNX Runtime: scores every network. */
    public static final String ONNX = "onnx";

    /** deeplearning4j: scores the networks that were trained here, on graphics processors too. */
    public static final String DEEPLEARNING4J = "deeplearning4j";

    private ScoringEngines() {}

    /** All engines on the class path, by name. */
    public static List<ScoringEngine> all() {
        // Not the thread's own class loader: a cluster's job lives in a loader of its own.
        List<ScoringEngine> all = new ArrayList<>();
        ServiceLoader.load(ScoringEngine.class, ScoringEngines.class.getClassLoader())
                .forEach(all::add);
        all.sort(Comparator.comparing(ScoringEngine::name));
        return all;
    }

    /** As {@link #choose(String, OptionalInt)} without a graphics processor. */
    public static ScoringEngine choose(String name) {
        return choose(name, OptionalInt.empty());
    }

    /**
     * The engine of a name.
     *
     * @param name {@link #AUTO}, {@link #ONNX} or {@link #DEEPLEARNING4J}; {@code auto} is
     *     deeplearning4j if there is a graphics processor that it can use, else ONNX Runtime
     * @param device index of the graphics processor that was granted, if any
     * @throws ScoringEngineException if there is no such engine, or not on this machine
     */
    public static ScoringEngine choose(String name, OptionalInt device) {
        if (!name.equals(AUTO)) {
            return require(name);
        }
        return all().stream()
                .filter(engine -> engine.name().equals(DEEPLEARNING4J))
                .filter(engine -> device.isPresent() && engine.uses(device.getAsInt()))
                .findFirst()
                .orElseGet(() -> require(ONNX));
    }

    /**
     * Opens a network with the engine of a name; {@code auto} never chooses one that cannot score
     * it.
     *
     * @throws ScoringEngineException as {@link #choose(String, OptionalInt)}
     * @throws ModelBundleException if the engine cannot score this network
     */
    public static NetworkScorer open(String name, BundledNetwork network, OptionalInt device) {
        boolean trained = network.manifest().architecture().isTrainable();
        String known = name.equals(AUTO) && !trained ? ONNX : name;
        return choose(known, device).open(network, device);
    }

    private static ScoringEngine require(String name) {
        List<String> names = new ArrayList<>(List.of(AUTO));
        for (ScoringEngine engine : all()) {
            if (engine.name().equals(name)) {
                if (!engine.available()) {
                    throw new ScoringEngineException(
                            "the scoring engine '" + name + "' does not run on this machine");
                }
                return engine;
            }
            names.add(engine.name());
        }
        throw new ScoringEngineException(
                "there is no scoring engine '"
                        + name
                        + "' on the class path, only "
                        + String.join(", ", names));
    }
}
