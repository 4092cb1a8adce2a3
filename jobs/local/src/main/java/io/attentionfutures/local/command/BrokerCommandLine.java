package io.attentionfutures.local.command;

import io.attentionfutures.local.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./afm broker}: a Kafka broker on this machine, until it is stopped. */
@Command(
        name = "broker",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs one Kafka broker, and nothing else, on the loopback interface until it is"
                    + " stopped. What it holds outlives it.",
            "For trying things out: one copy of everything, no login."
        })
public final class BrokerCommandLine implements Callable<Integer> {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "Where it listens. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            required = true,
            description = "Where its logs are; created if missing.")
    private Path folder;

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Thread stop =
                new Thread(
                        () -> {
                            stopped.countDown();
                            awaitUninterrupted(closed);
                        },
                        "stop-broker");
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, port)) {
            Runtime.getRuntime().addShutdownHook(stop);
            System.out.println("Kafka: " + broker.bootstrapServers());
            System.out.flush();
            stopped.await();
        } finally {
            closed.countDown();
        }
        return 0;
    }

    /** The process must not end before the broker has written what it holds. */
    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
