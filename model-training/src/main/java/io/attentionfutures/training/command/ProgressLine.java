package io.attentionfutures.training.command;

import io.attentionfutures.training.Progress;
import io.attentionfutures.training.fit.EpochResult;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows how training goes: one moving line on a terminal; elsewhere a line now and then, and the
 * last one.
 */
final class ProgressLine implements Progress {

    private static final int WIDTH = 20;
    private static final long BETWEEN_LINES_NANOS = 15_000_000_000L;

    private final PrintWriter out;
    private final boolean terminal;
    private final LongSupplier nanos;
    private String last = "";
    private boolean shown = true;
    private long shownAt;

    /**
     * @param terminal whether a line can be written over
     * @param nanos a clock
     */
    ProgressLine(PrintWriter out, boolean terminal, LongSupplier nanos) {
        this.out = out;
        this.terminal = terminal;
        this.nanos = nanos;
        this.shownAt = nanos.getAsLong();
    }

    @Override
    public void epoch(EpochResult result, Standing standing) {
        show(line(result, standing));
    }

    @Override
    public void measuring(double shareDone) {
        show(String.format("%s measuring on held-out data", bar(shareDone)));
    }

    private void show(String line) {
        if (terminal && !line.equals(last)) {
            // What is left of a longer line before would stay.
            out.print("\r" + line + " ".repeat(Math.max(0, last.length() - line.length())));
            out.flush();
        } else if (!terminal && nanos.getAsLong() - shownAt >= BETWEEN_LINES_NANOS) {
            print(line);
        } else {
            shown = false;
        }
        last = line;
    }

    /** Training has ended. */
    void end() {
        if (terminal && !last.isEmpty()) {
            out.println();
        } else if (!shown) {
            print(last);
        }
        out.flush();
    }

    private void print(String line) {
        out.println(line);
        out.flush();
        shownAt = nanos.getAsLong();
        shown = true;
    }

    private static String line(EpochResult result, Standing standing) {
        StringBuilder line = new StringBuilder(bar(standing.shareDone())).append("  ");
        line.append("trial ").append(result.trial() + 1);
        if (standing.trialsPlanned() > 0) {
            line.append(" of ").append(standing.trialsPlanned());
        }
        line.append("  ").append(result.network().name().toLowerCase(Locale.ROOT));
        line.append(result.key().isFinal() ? " final fit" : " fold " + (result.fold() + 1));
        line.append("  epoch ").append(result.epoch());
        append(line, "  loss ", result.loss());
        append(line, "  validation ", result.validationLoss());
        append(line, "  best ", Double.isNaN(standing.bestError()) ? null : standing.bestError());
        line.append("  ").append(time(standing.elapsedSeconds())).append(" elapsed");
        if (!Double.isNaN(standing.leftSeconds())) {
            line.append(", at most ").append(time(standing.leftSeconds())).append(" left");
        }
        return line.toString();
    }

    private static String bar(double share) {
        int done = (int) Math.round(WIDTH * share);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3.0f %%",
                "#".repeat(done),
                ".".repeat(WIDTH - done),
                100 * share);
    }

    private static void append(StringBuilder line, String name, Double value) {
        if (value != null) {
            line.append(name).append(String.format(Locale.ROOT, "%.4f", value));
        }
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format("%d:%02d", whole / 60, whole % 60)
                : String.format("%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
