package io.attentionfutures.training;

/** Training that cannot be done; the message is one line that says why. */
public final class TrainingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TrainingException(String message) {
        super(message);
    }

    public TrainingException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * @throws TrainingException with the fault, if the condition does not hold
     */
    public static void require(boolean condition, String fault) {
        if (!condition) {
            throw new TrainingException(fault);
        }
    }
}
