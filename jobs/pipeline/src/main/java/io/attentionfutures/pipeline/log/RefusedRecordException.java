package io.attentionfutures.pipeline.log;

/** A record that can be decoded but must not be used; becomes a dead letter with the reason. */
public final class RefusedRecordException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * @param reason a code, for example {@code LATE}
     * @param message what was wrong, for people
     */
    public RefusedRecordException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
