package io.attentionfutures.pipeline.clearing;

/** What the log's clock says, for the threads that report metrics. */
final class LogTime {
    private volatile long millis = Long.MIN_VALUE;

    /** Takes note of a watermark; the end of all input is no time. */
    void passed(long watermark) {
        if (watermark != Long.MAX_VALUE) {
            millis = watermark;
        }
    }

    /** Returns the clock's time, at least a time that is known otherwise. */
    long atLeast(long knownMillis) {
        return Math.max(millis, knownMillis);
    }
}
