package io.attentionfutures.pipeline.testing;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;

/** A small cluster in this process. */
public final class TestCluster {
    private static final MemorySize NETWORK = MemorySize.ofMebiBytes(64);

    private TestCluster() {}

    /**
     * @param slots the highest parallelism of its jobs
     */
    public static MiniClusterExtension ofSlots(int slots) {
        Configuration memory =
                new Configuration()
                        .set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(32))
                        .set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK)
                        .set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK);
        return new MiniClusterExtension(
                new MiniClusterResourceConfiguration.Builder()
                        .setNumberTaskManagers(1)
                        .setNumberSlotsPerTaskManager(slots)
                        .setConfiguration(memory)
                        .build());
    }
}
