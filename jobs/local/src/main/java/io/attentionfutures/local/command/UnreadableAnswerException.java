package io.attentionfutures.local.command;

/** A record was written, but its writer may not read the topic that the answer is on. */
final class UnreadableAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableAnswerException(String message, Throwable cause) {
        super(message, cause);
    }
}
