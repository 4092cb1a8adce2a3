package io.attentionfutures.schemas.wire;

/** A schema registry did not do what it was asked; the message names it and says why. */
public final class RegistryException extends Exception {
    private static final long serialVersionUID = 1L;

    public RegistryException(String message) {
        super(message);
    }

    public RegistryException(String message, Throwable cause) {
        super(message, cause);
    }
}
