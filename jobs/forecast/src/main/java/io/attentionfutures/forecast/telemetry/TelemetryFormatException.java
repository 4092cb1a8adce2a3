package io.attentionfutures.forecast.telemetry;

import java.nio.file.Path;

/** A telemetry file that is not what it should be; the message names file, line and fault. */
public final class TelemetryFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final long line;

    TelemetryFormatException(Path file, long line, String fault) {
        super(file + ":" + line + ": " + fault);
        this.file = file.toString();
        this.line = line;
    }

    /** The file. */
    public String file() {
        return file;
    }

    /** The line, the header being 1. */
    public long line() {
        return line;
    }
}
