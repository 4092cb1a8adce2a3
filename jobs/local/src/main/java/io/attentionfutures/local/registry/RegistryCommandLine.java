package io.attentionfutures.local.registry;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./afm registry}: serves the market's schemas until it is stopped. */
@Command(
        name = "registry",
        mixinStandardHelpOptions = true,
        description = {
            "Serves the market's schemas over the Confluent schema registry API, for reading.",
            "Its ids are those that a job without afm.registry.url writes. Nothing is stored."
        })
public final class RegistryCommandLine implements Callable<Integer> {
    /** Where the registry of a local market is looked for. */
    public static final int STANDARD_PORT = 8085;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + STANDARD_PORT,
            description = "Port to listen on. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "Address to listen on; 0.0.0.0 shows the schemas to others."
                            + " Default: ${DEFAULT-VALUE}.")
    private String address;

    @Override
    public Integer call() throws InterruptedException {
        try (RegistryServer server = RegistryServer.start(address, port)) {
            System.out.println("schema registry: " + server.url());
            new CountDownLatch(1).await();
            return 0;
        }
    }
}
