package io.attentionfutures.local.replay;

import io.attentionfutures.forecast.telemetry.TelemetrySample;
import io.attentionfutures.local.trace.Trace;
import java.util.Comparator;
import java.util.Iterator;
import java.util.function.Consumer;

/** The rows of a trace in the order in which they become known: each at the end of its step. */
final class TelemetryFlow {
    private final Trace trace;
    private final Iterator<TelemetrySample> rows;
    private TelemetrySample next;

    TelemetryFlow(Trace trace) {
        this.trace = trace;
        this.rows =
                trace.rows().stream()
                        .sorted(Comparator.comparingLong(trace::knownAtMillis))
                        .iterator();
        advance();
    }

    private void advance() {
        next = rows.hasNext() ? rows.next() : null;
    }

    /** Hands over all rows that are known before {@code timeMillis}. */
    void until(long timeMillis, Consumer<TelemetrySample> receiver) {
        while (next != null && trace.knownAtMillis(next) < timeMillis) {
            receiver.accept(next);
            advance();
        }
    }
}
