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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scores every network, in one thread. On a graphics processor only if the class path has ONNX
 * Runtime's own build for it ({@code onnxruntime_gpu}) in place of the ordinary one.
 */
public final class OnnxRuntimeEngine implements ScoringEngine {

    private static final Pattern UNKNOWN_OPERATOR =
            Pattern.compile(
                    "(?:No Op registered for|Could not find an implementation for) ([^ (]+)");
    private static final Pattern PREFIX =
            Pattern.compile("^Error code - \\w+ - message: (?:/\\S+:\\d+ .*?\\) (?=[A-Z]))?");

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
                    "network '" + network.name() + "': " + said(e.getMessage()), e);
        }
    }

    private static OrtEnvironment environment() {
        try {
            return OnnxEnvironment.get();
        } catch (LinkageError e) {
            throw new ScoringEngineException(
                    "ONNX Runtime does not run on this machine: " + e.getMessage(), e);
        }
    }

    /** What an error message says, without its code and the place in ONNX Runtime's source. */
    static String said(String message) {
        Matcher operator = UNKNOWN_OPERATOR.matcher(message);
        if (operator.find()) {
            return "ONNX Runtime does not know the operator '" + operator.group(1) + "'";
        }
        String first = message.lines().findFirst().orElse("");
        return "ONNX Runtime says: " + PREFIX.matcher(first).replaceFirst("").trim();
    }
}
