package io.attentionfutures.forecast.model;

/** A scoring engine that cannot run here; the message is one line that says why. */
public final class ScoringEngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what is missing and what to do
     */
    public ScoringEngineException(String message) {
        super(message);
    }

    /**
     * @param message what is missing and what to do
     * @param cause what the library says
     */
    public ScoringEngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
