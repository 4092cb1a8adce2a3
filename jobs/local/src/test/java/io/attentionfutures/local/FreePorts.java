package io.attentionfutures.local;

import io.attentionfutures.local.broker.EmbeddedBroker;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports below the ephemeral range that nothing listens on, each handed out once. */
public final class FreePorts {
    private static final AtomicInteger NEXT =
            new AtomicInteger(12_000 + (int) (ProcessHandle.current().pid() % 700) * 10);

    private FreePorts() {}

    /** Returns a port. */
    public static int next() {
        int port = NEXT.getAndIncrement();
        while (!EmbeddedBroker.isFree(port)) {
            port = NEXT.getAndIncrement();
        }
        return port;
    }
}
