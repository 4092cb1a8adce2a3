package io.attentionfutures.training;

import java.io.PrintWriter;
import java.time.Duration;

/** Shows epochs, errors and the time left: one moving line on a terminal, else a line an epoch. */
final class ProgressBar implements Progress {

    private static final int WIDTH = 24;

    private final PrintWriter out;
    private final boolean terminal = System.console() != null;
    private long startNanos;

    ProgressBar(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void epoch(int epoch, int epochs, double loss, double validationLoss) {
        if (epoch == 0) {
            startNanos = System.nanoTime();
        }
        int done = epochs == 0 ? WIDTH : WIDTH * epoch / epochs;
        String line =
                String.format(
                        "[%s%s] epoch %d of at most %d  loss %s  validation %.4f  %s",
                        "#".repeat(done),
                        ".".repeat(WIDTH - done),
                        epoch,
                        epochs,
                        Double.isNaN(loss) ? "-" : String.format("%.4f", loss),
                        validationLoss,
                        left(epoch, epochs));
        if (terminal) {
            out.print("\r" + line + "   ");
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** Training has ended, perhaps early. */
    void end() {
        if (terminal) {
            out.println();
        }
        out.flush();
    }

    private String left(int epoch, int epochs) {
        if (epoch == 0) {
            return "";
        }
        Duration spent = Duration.ofNanos(System.nanoTime() - startNanos);
        long seconds = spent.multipliedBy(epochs - epoch).dividedBy(epoch).toSeconds();
        return "at most " + seconds + " s left";
    }
}
