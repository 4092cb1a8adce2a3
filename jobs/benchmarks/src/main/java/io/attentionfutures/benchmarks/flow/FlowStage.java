package io.attentionfutures.benchmarks.flow;

import io.attentionfutures.benchmarks.cluster.KafkaCluster;
import io.attentionfutures.local.broker.MarketTopics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A broker in a process of its own that holds the log of one flow; jobs are timed on it. */
final class FlowStage implements AutoCloseable {
    private static final List<String> BROKER_JVM = List.of("-Xmx1g", "-Xms1g", "-XX:+UseG1GC");

    private final RunFolder folder;
    private final KafkaCluster kafka;
    private final FlowLog.Written log;

    private FlowStage(RunFolder folder, KafkaCluster kafka, FlowLog.Written log) {
        this.folder = folder;
        this.kafka = kafka;
        this.log = log;
    }

    /**
     * Starts a broker and writes a flow's log.
     *
     * @param parent where the run's folder is made; null for the system's temporary files
     */
    static FlowStage set(Path parent, FlowMarket market) throws IOException, InterruptedException {
        RunFolder folder = RunFolder.make(parent);
        KafkaCluster kafka = KafkaCluster.start(folder.path(), 1, BROKER_JVM);
        try {
            MarketTopics.create(kafka.bootstrapServers(), true);
            try (FlowLog log = new FlowLog(kafka.bootstrapServers(), market)) {
                return new FlowStage(folder, kafka, log.write());
            }
        } catch (RuntimeException e) {
            kafka.close();
            throw e;
        }
    }

    Path folder() {
        return folder.path();
    }

    /** Notes that what was timed went well: nobody needs the logs. */
    void finished() {
        folder.finished();
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    long brokerPid() {
        return kafka.broker(0).pid();
    }

    FlowLog.Written log() {
        return log;
    }

    @Override
    public void close() throws IOException {
        kafka.close();
        folder.close();
    }
}
