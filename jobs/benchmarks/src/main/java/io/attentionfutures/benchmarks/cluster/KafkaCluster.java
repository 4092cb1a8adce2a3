package io.attentionfutures.benchmarks.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.StringJoiner;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * Kafka brokers with their own controllers, each a process. Three brokers keep three copies of
 * everything and acknowledge what two of them have.
 */
public final class KafkaCluster implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final String LOOPBACK = "127.0.0.1";

    private final Path folder;
    private final List<String> jvmArguments;
    private final int[] ports;
    private final int[] controllerPorts;
    private final ChildProcess[] brokers;

    private KafkaCluster(Path folder, int count, List<String> jvmArguments) {
        this.folder = folder;
        this.jvmArguments = jvmArguments;
        this.ports = new int[count];
        this.controllerPorts = new int[count];
        this.brokers = new ChildProcess[count];
    }

    /**
     * Starts brokers and waits until they answer.
     *
     * @param folder where they keep their data and logs
     * @param count 1 or 3
     * @param jvmArguments such as the heap's size
     */
    public static KafkaCluster start(Path folder, int count, List<String> jvmArguments)
            throws InterruptedException {
        if (count != 1 && count != 3) {
            throw new IllegalArgumentException("1 or 3 brokers, not " + count);
        }
        KafkaCluster cluster = new KafkaCluster(folder, count, jvmArguments);
        try {
            cluster.format();
            for (int i = 0; i < count; i++) {
                cluster.startBroker(i);
            }
            cluster.awaitBrokers();
            return cluster;
        } catch (InterruptedException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private void format() {
        for (int i = 0; i < ports.length; i++) {
            ports[i] = Ports.next();
            controllerPorts[i] = Ports.next();
        }
        String cluster = Uuid.randomUuid().toString();
        try {
            for (int i = 0; i < ports.length; i++) {
                Path data = data(i);
                Files.createDirectories(data);
                new Formatter()
                        .setClusterId(cluster)
                        .setNodeId(i + 1)
                        .setReleaseVersion(MetadataVersion.latestProduction())
                        .setControllerListenerName("CONTROLLER")
                        .setMetadataLogDirectory(data.toString())
                        .addDirectory(data.toString())
                        .setPrintStream(
                                new PrintStream(
                                        OutputStream.nullOutputStream(),
                                        false,
                                        StandardCharsets.UTF_8))
                        .run();
                try (var out = Files.newOutputStream(settings(i))) {
                    properties(i).store(out, null);
                }
            }
        } catch (Exception e) {
            throw new ClusterException("cannot format the brokers' folders in " + folder, e);
        }
    }

    private Path data(int broker) {
        return folder.resolve("broker-" + (broker + 1));
    }

    private Path settings(int broker) {
        return folder.resolve("broker-" + (broker + 1) + ".properties");
    }

    private Properties properties(int broker) {
        boolean replicated = ports.length > 1;
        String copies = replicated ? "3" : "1";
        String inSync = replicated ? "2" : "1";
        StringJoiner voters = new StringJoiner(",");
        for (int i = 0; i < ports.length; i++) {
            voters.add((i + 1) + "@" + LOOPBACK + ":" + controllerPorts[i]);
        }
        String address = "PLAINTEXT://" + LOOPBACK + ":" + ports[broker];
        Properties properties = new Properties();
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", Integer.toString(broker + 1));
        properties.setProperty(
                "listeners", address + ",CONTROLLER://" + LOOPBACK + ":" + controllerPorts[broker]);
        properties.setProperty("advertised.listeners", address);
        properties.setProperty("controller.listener.names", "CONTROLLER");
        properties.setProperty(
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.setProperty("controller.quorum.voters", voters.toString());
        properties.setProperty("log.dirs", data(broker).toString());
        properties.setProperty("auto.create.topics.enable", "false");
        properties.setProperty("default.replication.factor", copies);
        properties.setProperty("min.insync.replicas", inSync);
        properties.setProperty("offsets.topic.replication.factor", copies);
        properties.setProperty("offsets.topic.num.partitions", "3");
        properties.setProperty("transaction.state.log.replication.factor", copies);
        properties.setProperty("transaction.state.log.min.isr", inSync);
        properties.setProperty("transaction.state.log.num.partitions", "3");
        properties.setProperty("transaction.max.timeout.ms", "3600000");
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
        properties.setProperty("log.cleaner.dedupe.buffer.size", "2097152");
        properties.setProperty("log.retention.ms", "-1");
        properties.setProperty("log.index.size.max.bytes", "1048576");
        properties.setProperty("num.network.threads", "2");
        properties.setProperty("num.io.threads", "4");
        return properties;
    }

    private void startBroker(int broker) {
        List<String> arguments = new ArrayList<>(jvmArguments);
        arguments.add(Logging.property(folder));
        brokers[broker] =
                ChildProcess.start(
                        new ChildProcess.Spec(
                                "broker-" + (broker + 1),
                                "kafka.Kafka",
                                arguments,
                                List.of(settings(broker).toAbsolutePath().toString()),
                                Map.of(),
                                List.of()),
                        folder);
    }

    /** Waits until every broker is in the cluster. */
    public void awaitBrokers() throws InterruptedException {
        Awaiting.until(
                "Kafka (see the broker's log in " + folder + ")",
                START_LIMIT,
                () -> {
                    for (ChildProcess broker : brokers) {
                        broker.requireAlive();
                    }
                    return registered() == brokers.length;
                });
    }

    private int registered() throws InterruptedException {
        Properties properties = new Properties();
        properties.setProperty(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        properties.setProperty(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "2000");
        properties.setProperty(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "2000");
        try (Admin admin = Admin.create(properties)) {
            return admin.describeCluster().nodes().get().size();
        } catch (ExecutionException e) {
            // Not up yet.
            return 0;
        }
    }

    /** Returns the addresses of all brokers for clients. */
    public String bootstrapServers() {
        StringJoiner servers = new StringJoiner(",");
        for (int port : ports) {
            servers.add(LOOPBACK + ":" + port);
        }
        return servers.toString();
    }

    public int size() {
        return brokers.length;
    }

    /** Returns how many copies topics should have. */
    public short replicationFactor() {
        return (short) brokers.length;
    }

    /** Returns the process of a broker, counted from 0. */
    public ChildProcess broker(int broker) {
        return brokers[broker];
    }

    /** Starts a broker that has ended, with its old data. */
    public void restart(int broker) {
        if (brokers[broker].alive()) {
            throw new IllegalStateException("broker " + (broker + 1) + " is running");
        }
        startBroker(broker);
    }

    @Override
    public void close() {
        for (ChildProcess broker : brokers) {
            if (broker != null) {
                broker.kill();
            }
        }
    }

    /** Deletes what the brokers have written; call it once they are closed. */
    public void deleteData() throws IOException {
        for (int i = 0; i < ports.length; i++) {
            Folders.delete(data(i));
        }
    }
}
