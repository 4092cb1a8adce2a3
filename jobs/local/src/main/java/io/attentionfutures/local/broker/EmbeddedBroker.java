package io.attentionfutures.local.broker;

import io.attentionfutures.local.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker, with its own controller, in this process and on the loopback interface only.
 * Its folder survives the process, a killed one too.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final int NODE = 1;
    private static final int CANNOT_WRITE = 2;
    private static final String LOOPBACK = "127.0.0.1";

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker.
     *
     * @param folder where its logs live; created if missing
     * @param port where it listens
     * @throws UserError if the port is in use or the folder cannot be written
     */
    public static EmbeddedBroker start(Path folder, int port) {
        return start(folder, port, "PLAINTEXT", Map.of(), List.of());
    }

    /**
     * Starts a broker that may ask its clients who they are.
     *
     * @param protocol Kafka's security protocol of the clients' listener
     * @param settings broker properties that win over the standard ones
     * @param credentials users that it knows from its first start on, as Kafka's {@code
     *     kafka-storage format --add-scram} takes them
     */
    static EmbeddedBroker start(
            Path folder,
            int port,
            String protocol,
            Map<String, String> settings,
            List<String> credentials) {
        requireFree(port);
        int controllerPort = freePortBeside(port);
        try {
            Files.createDirectories(folder);
            format(folder, credentials);
            Properties properties = properties(folder, port, controllerPort, protocol);
            properties.putAll(settings);
            KafkaRaftServer server =
                    new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
            tellWhyItStops(folder);
            server.startup();
            return new EmbeddedBroker(server, port);
        } catch (IOException e) {
            throw new UserError("cannot write the broker's folder " + folder + ": " + e, e);
        } catch (Exception e) {
            throw new UserError(
                    "the embedded broker did not start in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** A broker that cannot write ends its process at once; say why before that. */
    private static void tellWhyItStops(Path folder) {
        Exit.setHaltProcedure(
                (status, message) -> {
                    System.err.println(
                            "afm: the broker cannot write to "
                                    + folder
                                    + ": is the disk full? Free some space and start again; the run"
                                    + " goes on where it was");
                    System.err.flush();
                    Runtime.getRuntime().halt(CANNOT_WRITE);
                });
    }

    private static void format(Path folder, List<String> credentials) throws Exception {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        Formatter formatter = new Formatter();
        formatter
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(NODE)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(folder.toString())
                .addDirectory(folder.toString())
                .setScramArguments(credentials)
                .setPrintStream(
                        new PrintStream(
                                OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }

    private static Properties properties(
            Path folder, int port, int controllerPort, String protocol) {
        Properties properties = new Properties();
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", Integer.toString(NODE));
        properties.setProperty(
                "listeners",
                protocol
                        + "://"
                        + LOOPBACK
                        + ":"
                        + port
                        + ",CONTROLLER://"
                        + LOOPBACK
                        + ":"
                        + controllerPort);
        properties.setProperty("advertised.listeners", protocol + "://" + LOOPBACK + ":" + port);
        properties.setProperty("inter.broker.listener.name", protocol);
        properties.setProperty("controller.listener.names", "CONTROLLER");
        properties.setProperty(
                "listener.security.protocol.map",
                protocol + ":" + protocol + ",CONTROLLER:PLAINTEXT");
        properties.setProperty(
                "controller.quorum.voters", NODE + "@" + LOOPBACK + ":" + controllerPort);
        properties.setProperty("log.dirs", folder.toString());
        properties.setProperty("auto.create.topics.enable", "false");
        properties.setProperty("offsets.topic.replication.factor", "1");
        properties.setProperty("offsets.topic.num.partitions", "1");
        properties.setProperty("transaction.state.log.replication.factor", "1");
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("transaction.state.log.num.partitions", "2");
        properties.setProperty("transaction.max.timeout.ms", "3600000");
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
        properties.setProperty("log.cleaner.dedupe.buffer.size", "2097152");
        properties.setProperty("log.retention.ms", "-1");
        properties.setProperty("log.index.size.max.bytes", "1048576");
        properties.setProperty("num.network.threads", "2");
        properties.setProperty("num.io.threads", "4");
        properties.setProperty("socket.request.max.bytes", "104857600");
        return properties;
    }

    /** Returns the broker's address for clients. */
    public String bootstrapServers() {
        return LOOPBACK + ":" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void requireFree(int port) {
        if (!isFree(port)) {
            throw new UserError(
                    "port " + port + " is in use: stop what listens there or choose another port");
        }
    }

    /** Whether nothing listens on a port of the loopback interface. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(LOOPBACK), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns a port below the ephemeral range that nothing listens on. */
    public static int freePort() {
        return freePortBeside(0);
    }

    private static int freePortBeside(int taken) {
        for (int port = 20_000 + (int) (ProcessHandle.current().pid() % 5_000) * 2;
                port < 32_768;
                port++) {
            if (port != taken && isFree(port)) {
                return port;
            }
        }
        throw new UserError("no free port between 20000 and 32767");
    }
}
