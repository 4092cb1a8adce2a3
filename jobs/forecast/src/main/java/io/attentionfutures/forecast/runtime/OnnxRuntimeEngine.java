package io.attentionfutures.forecast.runtime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import io.attentionfutures.forecast.model.BundledNetwork;
import io.attentionfutures.forecast.model.ModelBundleException;
import io.attentionfutures.forecast.model.NetworkScorer;
import io.attentionfutures.forecast.model.ScoringEngine;
import io.attentionfutures.forecast.model.ScoringEngineException;
import io.attentionfutures.forecast.model.ScoringEngines;
import java.util.OptionalInt;

/**
 * Scores every network, in one thread. On a graphics processor only if the class path has ONNX
 * Runtime's own build for it ({@code onnxruntime_gpu}) in place of the ordinary one.
 */
public final class OnnxRuntimeEngine implements ScoringEngine {

    @Override
    public String name() {
        return ScoringEngines.ONNX;
    }

    @Override
    public boolean available() {
        try {
            return environment() != null;
        } catch (ScoringEngineException e) {
            return false;
        }
    }

    @Override
    public boolean uses(int device) {
        return available() && OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA);
    }

    @Override
    public NetworkScorer open(BundledNetwork network, OptionalInt device) {
        OrtEnvironment environment = environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            if (device.isPresent() && uses(device.getAsInt())) {
                options.addCUDA(device.getAsInt());
            }
            return OnnxScorer.open(environment, environment.createSession(network.onnx(), options));
        } catch (OrtException e) {
            throw new ModelBundleException(
                    "network '" + network.name() + "': " + firstLine(e.getMessage()), e);
        }
    }

    private static OrtEnvironment environment() {
        try {
            return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        } catch (LinkageError | IllegalStateException e) {
            throw new ScoringEngineException(
                    "ONNX Runtime does not run on this machine: " + e.getMessage(), e);
        }
    }

    /** ONNX Runtime's messages go on with places in its own source. */
    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").trim();
    }
}
