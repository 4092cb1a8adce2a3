package io.attentionfutures.benchmarks.cluster;

import io.attentionfutures.local.broker.EmbeddedBroker;
import java.util.concurrent.atomic.AtomicInteger;

/** Free ports of the loopback interface, below the ephemeral range, each handed out once. */
public final class Ports {
    private static final int FIRST = 12_000;
    private static final int END = 32_768;
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * 37 % 8_000));

    private Ports() {}

    /** Returns a port that nothing listens on. */
    public static int next() {
        for (int tried = 0; tried < END - FIRST; tried++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), END - FIRST);
            if (EmbeddedBroker.isFree(port)) {
                return port;
            }
        }
        throw new ClusterException("no free port between " + FIRST + " and " + (END - 1));
    }
}
