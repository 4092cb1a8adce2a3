package io.attentionfutures.forecast.model;

/**
 * A model bundle, or a network of one, that cannot be used; the message is one line that says why.
 */
public final class ModelBundleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong and what to do
     */
    public ModelBundleException(String message) {
        super(message);
    }

    /**
     * @param message what is wrong and what to do
     * @param cause what showed it
     */
    public ModelBundleException(String message, Throwable cause) {
        super(message, cause);
    }
}
