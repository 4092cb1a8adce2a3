package io.attentionfutures.local;

import io.attentionfutures.training.run.RunFiles;
import java.io.IOException;
import java.nio.file.Path;

/** Something that the user can put right; the message is one line and says what. Exit code 2. */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UserError(String message) {
        super(message);
    }

    public UserError(String message, Throwable cause) {
        super(message, cause);
    }

    /** A file that was given cannot be read. */
    public static UserError unreadable(Path file, IOException e) {
        return new UserError("cannot read " + file + ": " + RunFiles.reason(e), e);
    }
}
