package io.attentionfutures.forecast.model;

/** A model bundle that cannot be used; the message is one line that says why. */
public final class ModelBundleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ModelBundleException(String message) {
        super(message);
    }

    ModelBundleException(String message, Throwable cause) {
        super(message, cause);
    }
}
