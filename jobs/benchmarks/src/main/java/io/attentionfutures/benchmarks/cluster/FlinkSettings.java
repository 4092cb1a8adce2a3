package io.attentionfutures.benchmarks.cluster;

import static java.util.Map.entry;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a Flink cluster is made of.
 *
 * @param taskManagers processes that run tasks
 * @param slots slots of each
 * @param taskHeapMebibytes heap of each for tasks, beside 128 MiB for Flink itself
 * @param managedMebibytes managed memory of each, which RocksDB uses
 * @param taskManagerJvmArguments more flags for them
 * @param taskManagerEnvironment more environment variables for them
 * @param zooKeeperQuorum where JobManagers keep what must outlive them; empty for none
 * @param classpathFirst put before the classpath of every process, such as another release's jar
 * @param configuration further Flink options, which win
 */
public record FlinkSettings(
        int taskManagers,
        int slots,
        int taskHeapMebibytes,
        int managedMebibytes,
        List<String> taskManagerJvmArguments,
        Map<String, String> taskManagerEnvironment,
        Optional<String> zooKeeperQuorum,
        List<Path> classpathFirst,
        Map<String, String> configuration) {
    private static final int FRAMEWORK_HEAP = 128;
    private static final int DIRECT = 128 + 128 + 128;

    public FlinkSettings {
        taskManagerJvmArguments = List.copyOf(taskManagerJvmArguments);
        taskManagerEnvironment = Map.copyOf(taskManagerEnvironment);
        classpathFirst = List.copyOf(classpathFirst);
        configuration = Map.copyOf(configuration);
    }

    /** Returns so many TaskManagers with 512 MiB of heap for tasks each and no ZooKeeper. */
    public static FlinkSettings of(int taskManagers, int slots) {
        return new FlinkSettings(
                taskManagers,
                slots,
                512,
                64,
                List.of(),
                Map.of(),
                Optional.empty(),
                List.of(),
                Map.of());
    }

    /** Returns the same with more or other Flink options. */
    public FlinkSettings with(Map<String, String> options) {
        Map<String, String> all = new TreeMap<>(configuration);
        all.putAll(options);
        return new FlinkSettings(
                taskManagers,
                slots,
                taskHeapMebibytes,
                managedMebibytes,
                taskManagerJvmArguments,
                taskManagerEnvironment,
                zooKeeperQuorum,
                classpathFirst,
                all);
    }

    /** Returns the same with JobManagers that recover from what a ZooKeeper keeps. */
    public FlinkSettings withHighAvailability(String quorum) {
        return new FlinkSettings(
                taskManagers,
                slots,
                taskHeapMebibytes,
                managedMebibytes,
                taskManagerJvmArguments,
                taskManagerEnvironment,
                Optional.of(quorum),
                classpathFirst,
                configuration);
    }

    /** Returns the same with jars that come before the classpath. */
    public FlinkSettings withClasspathFirst(List<Path> jars) {
        return new FlinkSettings(
                taskManagers,
                slots,
                taskHeapMebibytes,
                managedMebibytes,
                taskManagerJvmArguments,
                taskManagerEnvironment,
                zooKeeperQuorum,
                jars,
                configuration);
    }

    /** Returns the same with other memory and flags for TaskManagers. */
    public FlinkSettings withTaskManagers(
            int heapMebibytes, int managed, List<String> jvmArguments) {
        return new FlinkSettings(
                taskManagers,
                slots,
                heapMebibytes,
                managed,
                jvmArguments,
                taskManagerEnvironment,
                zooKeeperQuorum,
                classpathFirst,
                configuration);
    }

    /** Returns the same with more environment variables for TaskManagers. */
    public FlinkSettings withTaskManagerEnvironment(Map<String, String> environment) {
        return new FlinkSettings(
                taskManagers,
                slots,
                taskHeapMebibytes,
                managedMebibytes,
                taskManagerJvmArguments,
                environment,
                zooKeeperQuorum,
                classpathFirst,
                configuration);
    }

    /** Returns the flags that fit the memory of {@link #memory}. */
    List<String> taskManagerMemoryFlags() {
        int heap = taskHeapMebibytes + FRAMEWORK_HEAP;
        return List.of(
                "-Xmx" + heap + "m",
                "-Xms" + heap + "m",
                "-XX:MaxDirectMemorySize=" + DIRECT + "m",
                "-XX:MaxMetaspaceSize=256m");
    }

    /** Returns the memory of a TaskManager, which without Flink's scripts must be spelt out. */
    Map<String, String> memory() {
        return Map.ofEntries(
                entry("taskmanager.cpu.cores", Integer.toString(slots)),
                entry("taskmanager.memory.task.heap.size", taskHeapMebibytes + "m"),
                entry("taskmanager.memory.framework.heap.size", FRAMEWORK_HEAP + "m"),
                entry("taskmanager.memory.task.off-heap.size", "128m"),
                entry("taskmanager.memory.framework.off-heap.size", "128m"),
                entry("taskmanager.memory.network.min", "128m"),
                entry("taskmanager.memory.network.max", "128m"),
                entry("taskmanager.memory.managed.size", managedMebibytes + "m"),
                entry("taskmanager.memory.jvm-metaspace.size", "256m"),
                entry("taskmanager.memory.jvm-overhead.min", "192m"),
                entry("taskmanager.memory.jvm-overhead.max", "192m"));
    }
}
