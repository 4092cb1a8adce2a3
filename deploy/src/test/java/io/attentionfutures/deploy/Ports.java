package io.attentionfutures.deploy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports of the loopback interface, below the ephemeral range, each handed out once. */
public final class Ports {
    private static final AtomicInteger NEXT =
            new AtomicInteger(19_100 + (int) (ProcessHandle.current().pid() % 80) * 10);

    private Ports() {}

    /** Returns a port that nothing listens on. */
    public static int next() {
        int port = NEXT.getAndIncrement();
        while (!isFree(port)) {
            port = NEXT.getAndIncrement();
        }
        return port;
    }

    /** Whether nothing listens on a port. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
