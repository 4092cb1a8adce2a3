package io.attentionfutures.local.command;

import io.attentionfutures.local.simulation.experiment.Progress;
import java.io.PrintStream;

/** Tells every ten seconds how much market time has been simulated. */
final class SimulationProgress implements Progress, AutoCloseable {
    private static final long EVERY_NANOS = 10_000_000_000L;

    private final PrintStream out;
    private final int allWeeks;
    private final boolean terminal = System.console() != null;
    private int weeks;
    private long toldNanos = System.nanoTime();

    SimulationProgress(PrintStream out, int allWeeks) {
        this.out = out;
        this.allWeeks = allWeeks;
    }

    @Override
    public synchronized void done(int more) {
        weeks += more;
        long now = System.nanoTime();
        if (now - toldNanos > EVERY_NANOS) {
            toldNanos = now;
            String line = "simulated " + weeks + " of " + allWeeks + " weeks of market time";
            if (terminal) {
                out.print("\r" + line);
                out.flush();
            } else {
                out.println(line);
            }
        }
    }

    /** Makes room for other output in a terminal. */
    synchronized void clear() {
        if (terminal) {
            out.print("\r\033[K");
            out.flush();
        }
    }

    @Override
    public void close() {
        clear();
    }
}
