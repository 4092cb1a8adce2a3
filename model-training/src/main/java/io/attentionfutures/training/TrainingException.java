package io.attentionfutures.training;

/** Training that cannot be done; the message is one line that says why. */
public final class TrainingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TrainingException(String message) {
        super(message);
    }
}
