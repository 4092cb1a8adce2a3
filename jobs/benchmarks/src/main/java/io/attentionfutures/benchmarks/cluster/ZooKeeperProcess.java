package io.attentionfutures.benchmarks.cluster;

import io.attentionfutures.local.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The ZooKeeper server that comes with Flink, for JobManagers that outlive themselves. */
public final class ZooKeeperProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final ChildProcess process;
    private final int port;

    private ZooKeeperProcess(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a server that keeps its data in a folder, and waits until it listens. */
    public static ZooKeeperProcess start(Path folder) throws InterruptedException {
        int port = Ports.next();
        try {
            Files.createDirectories(folder);
            Path settings = folder.resolve("zookeeper.properties");
            Files.writeString(
                    settings,
                    String.join(
                            "\n",
                            "tickTime=500",
                            "dataDir=" + folder.resolve("zookeeper").toAbsolutePath(),
                            "clientPort=" + port,
                            "clientPortAddress=127.0.0.1",
                            "admin.enableServer=false",
                            "server.1=127.0.0.1:" + Ports.next() + ":" + Ports.next(),
                            ""));
            ChildProcess process =
                    ChildProcess.start(
                            new ChildProcess.Spec(
                                    "zookeeper",
                                    "org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer",
                                    List.of(
                                            "-Xmx128m",
                                            "-XX:TieredStopAtLevel=1",
                                            "-XX:+UseSerialGC",
                                            Logging.property(folder)),
                                    List.of(
                                            "--zkConfigFile",
                                            settings.toAbsolutePath().toString(),
                                            "--peerId",
                                            "1"),
                                    Map.of(),
                                    List.of()),
                            folder);
            Awaiting.until(
                    "ZooKeeper (see " + process.log() + ")",
                    START_LIMIT,
                    () -> {
                        process.requireAlive();
                        return !EmbeddedBroker.isFree(port);
                    });
            return new ZooKeeperProcess(process, port);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    /** Returns its address for clients. */
    public String quorum() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.kill();
    }
}
