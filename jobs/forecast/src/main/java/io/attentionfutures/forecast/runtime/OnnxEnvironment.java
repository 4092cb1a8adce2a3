package io.attentionfutures.forecast.runtime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * ONNX Runtime's environment, of which a process has one. Version 1.29 matches the process's
 * command line against a recursive regular expression as it is loaded: some five thousand
 * characters, as the class path of a cluster's processes easily has, overflow the stack of an
 * ordinary thread, and the process dies. So it is loaded on a thread with a stack of {@value
 * #STACK_BYTES} bytes, enough for the 128 KiB that one argument may have.
 */
final class OnnxEnvironment {

    static final long STACK_BYTES = 512L << 20;

    private OnnxEnvironment() {}

    /**
     * Loads the environment, or returns the one that was loaded.
     *
     * @throws LinkageError if the library does not run on this machine
     */
    static OrtEnvironment get() {
        return Loaded.ENVIRONMENT;
    }

    private static OrtEnvironment load() {
        FutureTask<OrtEnvironment> load =
                new FutureTask<>(
                        () ->
                                OrtEnvironment.getEnvironment(
                                        OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL));
        new Thread(null, load, "onnx-runtime-load", STACK_BYTES).start();
        try {
            return load.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while loading ONNX Runtime", e);
        }
    }

    /** What the loading thread runs must lie outside: this class is not initialised until then. */
    private static final class Loaded {

        static final OrtEnvironment ENVIRONMENT = OnnxEnvironment.load();
    }
}
