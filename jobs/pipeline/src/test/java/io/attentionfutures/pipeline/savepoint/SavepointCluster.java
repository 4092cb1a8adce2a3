package io.attentionfutures.pipeline.savepoint;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;

/** A small cluster in this process. */
final class SavepointCluster {
    private SavepointCluster() {}

    static MiniClusterExtension start() {
        return new MiniClusterExtension(
                new MiniClusterResourceConfiguration.Builder()
                        .setNumberTaskManagers(1)
                        .setNumberSlotsPerTaskManager(2)
                        .setConfiguration(
                                new Configuration()
                                        .set(
                                                TaskManagerOptions.MANAGED_MEMORY_SIZE,
                                                MemorySize.ofMebiBytes(32))
                                        .set(
                                                TaskManagerOptions.NETWORK_MEMORY_MIN,
                                                MemorySize.ofMebiBytes(64))
                                        .set(
                                                TaskManagerOptions.NETWORK_MEMORY_MAX,
                                                MemorySize.ofMebiBytes(64)))
                        .build());
    }
}
