package io.attentionfutures.training.command;

import io.attentionfutures.training.evaluation.Evaluation;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** Shows how an evaluation goes: one moving line on a terminal, a line now and then elsewhere. */
final class EvaluationProgress implements Evaluation.Listener {

    private static final long TERMINAL_NANOS = 250_000_000L;
    private static final long FILE_NANOS = 15_000_000_000L;

    private final PrintWriter out;
    private final boolean terminal;
    private final LongSupplier nanos;
    private final long began;
    private final Map<String, double[]> series = new TreeMap<>();
    private long shownAt;

    EvaluationProgress(PrintWriter out, boolean terminal, LongSupplier nanos) {
        this.out = out;
        this.terminal = terminal;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.shownAt = began;
    }

    @Override
    public synchronized void windows(String name, int done, int all) {
        double[] own = series.computeIfAbsent(name, n -> new double[2]);
        own[0] = done;
        own[1] = all;
        long now = nanos.getAsLong();
        if (now - shownAt < (terminal ? TERMINAL_NANOS : FILE_NANOS)) {
            return;
        }
        shownAt = now;
        double sum = 0;
        double total = 0;
        for (double[] one : series.values()) {
            sum += one[0];
            total += one[1];
        }
        double seconds = (now - began) / 1e9;
        String line =
                String.format(
                        Locale.ROOT,
                        "evaluating %s: %,.0f of %,.0f windows, %.0f s, about %.0f s left",
                        name,
                        sum,
                        total,
                        seconds,
                        seconds * (total - sum) / sum);
        out.print(terminal ? "\r" + line + "   " : line + System.lineSeparator());
        out.flush();
    }

    /** The evaluation has ended. */
    void end() {
        if (terminal) {
            out.println();
            out.flush();
        }
    }
}
