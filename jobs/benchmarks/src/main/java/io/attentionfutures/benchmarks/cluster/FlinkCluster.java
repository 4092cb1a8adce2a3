package io.attentionfutures.benchmarks.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A JobManager and TaskManagers, each a process. */
public final class FlinkCluster implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final String GENERATED_RECORDS =
            "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.attentionfutures.schemas";

    private final Path folder;
    private final FlinkSettings settings;
    private final int restPort = Ports.next();
    private final int rpcPort = Ports.next();
    private final FlinkRest rest = new FlinkRest("127.0.0.1", restPort);
    private final List<ChildProcess> taskManagers = new ArrayList<>();
    private ChildProcess jobManager;
    private int started;

    private FlinkCluster(Path folder, FlinkSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /**
     * Starts the processes and waits until all slots are there.
     *
     * @param folder where configuration, logs, checkpoints and savepoints go
     */
    public static FlinkCluster start(Path folder, FlinkSettings settings)
            throws InterruptedException {
        FlinkCluster cluster = new FlinkCluster(folder, settings);
        try {
            cluster.startJobManager();
            for (int i = 0; i < settings.taskManagers(); i++) {
                cluster.addTaskManager();
            }
            cluster.awaitTaskManagers(settings.taskManagers());
            return cluster;
        } catch (InterruptedException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** Starts the JobManager, also in place of one that has ended. */
    public void startJobManager() {
        List<String> flags =
                new ArrayList<>(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        jobManager =
                start(
                        "jobmanager",
                        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                        flags,
                        Map.of());
    }

    /** Starts one more TaskManager, for example in place of one that was killed. */
    public ChildProcess addTaskManager() {
        started++;
        String name = "taskmanager-" + started;
        List<String> flags = new ArrayList<>(settings.taskManagerMemoryFlags());
        if (settings.taskManagerJvmArguments().stream()
                .noneMatch(flag -> flag.startsWith("-XX:+Use") && flag.endsWith("GC"))) {
            flags.add("-XX:+UseSerialGC");
        }
        flags.addAll(settings.taskManagerJvmArguments());
        Map<String, String> own = new TreeMap<>(settings.memory());
        own.put("taskmanager.resource-id", name);
        own.put("taskmanager.host", "127.0.0.1");
        own.put("taskmanager.bind-host", "127.0.0.1");
        own.put("taskmanager.numberOfTaskSlots", Integer.toString(settings.slots()));
        ChildProcess process =
                start(name, "org.apache.flink.runtime.taskexecutor.TaskManagerRunner", flags, own);
        taskManagers.add(process);
        return process;
    }

    private ChildProcess start(
            String name, String mainClass, List<String> flags, Map<String, String> own) {
        Path home = folder.resolve(name);
        Map<String, String> config = new TreeMap<>(common());
        config.putAll(own);
        config.put("io.tmp.dirs", home.resolve("tmp").toAbsolutePath().toString());
        config.putAll(settings.configuration());
        StringBuilder text = new StringBuilder();
        config.forEach(
                (key, value) ->
                        text.append(key)
                                .append(": \"")
                                .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                                .append("\"\n"));
        try {
            Files.createDirectories(home.resolve("tmp"));
            Files.writeString(home.resolve("config.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + home, e);
        }
        flags.add(GENERATED_RECORDS);
        flags.add(Logging.property(folder));
        return ChildProcess.start(
                new ChildProcess.Spec(
                        name,
                        mainClass,
                        flags,
                        List.of("--configDir", home.toAbsolutePath().toString()),
                        own.isEmpty() ? Map.of() : settings.taskManagerEnvironment(),
                        settings.classpathFirst()),
                folder);
    }

    private Map<String, String> common() {
        Map<String, String> config = new TreeMap<>();
        config.put("jobmanager.rpc.address", "127.0.0.1");
        config.put("jobmanager.rpc.port", Integer.toString(rpcPort));
        config.put("jobmanager.bind-host", "127.0.0.1");
        config.put("rest.address", "127.0.0.1");
        config.put("rest.bind-address", "127.0.0.1");
        config.put("rest.port", Integer.toString(restPort));
        config.put("heartbeat.interval", "1 s");
        config.put("heartbeat.timeout", "5 s");
        config.put("taskmanager.load-balance.mode", "SLOTS");
        config.put("restart-strategy.type", "fixed-delay");
        config.put("restart-strategy.fixed-delay.attempts", "1000");
        config.put("restart-strategy.fixed-delay.delay", "1 s");
        config.put("execution.checkpointing.interval", "1 s");
        config.put("execution.checkpointing.dir", uri("checkpoints"));
        config.put("execution.checkpointing.savepoint-dir", uri("savepoints"));
        config.put(
                "execution.checkpointing.externalized-checkpoint-retention",
                "RETAIN_ON_CANCELLATION");
        settings.zooKeeperQuorum()
                .ifPresent(
                        quorum -> {
                            config.put("high-availability.type", "zookeeper");
                            config.put("high-availability.zookeeper.quorum", quorum);
                            config.put("high-availability.storageDir", uri("high-availability"));
                            config.put("high-availability.zookeeper.client.session-timeout", "5 s");
                        });
        return config;
    }

    private String uri(String name) {
        return folder.resolve(name).toAbsolutePath().toUri().toString();
    }

    /**
     * Waits until so many TaskManagers have registered.
     *
     * @throws ClusterException if they do not, or fewer are running
     */
    public void awaitTaskManagers(int count) throws InterruptedException {
        Awaiting.until(
                count + " TaskManagers (see the logs in " + folder + ")",
                START_LIMIT,
                () -> {
                    jobManager.requireAlive();
                    if (taskManagers.stream().filter(ChildProcess::alive).count() < count) {
                        taskManagers.forEach(ChildProcess::requireAlive);
                    }
                    return rest.taskManagers().filter(known -> known >= count).isPresent();
                });
    }

    public ChildProcess jobManager() {
        return jobManager;
    }

    /** Returns the TaskManagers' processes, in the order in which they were started. */
    public List<ChildProcess> taskManagers() {
        return List.copyOf(taskManagers);
    }

    /** Returns a client of the JobManager. */
    public FlinkRest rest() {
        return rest;
    }

    public int restPort() {
        return restPort;
    }

    /** Returns the settings that it was started with. */
    public FlinkSettings settings() {
        return settings;
    }

    /** Returns where configuration, logs, checkpoints and savepoints are. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        taskManagers.forEach(ChildProcess::kill);
        if (jobManager != null) {
            jobManager.kill();
        }
    }
}
