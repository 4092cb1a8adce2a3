package io.attentionfutures.benchmarks.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of its own on this process's classpath. It ends with this process at the latest, even if
 * that is killed.
 */
public final class ChildProcess implements AutoCloseable {
    private static final Set<ChildProcess> RUNNING = ConcurrentHashMap.newKeySet();
    private static final long KILL_LIMIT_SECONDS = 20;
    private static final long STOP_LIMIT_SECONDS = 5;

    static {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> RUNNING.forEach(ChildProcess::kill), "kill-children"));
    }

    /**
     * What to start.
     *
     * @param name names the log file
     * @param mainClass class with a {@code main} method
     * @param jvmArguments heap, flags and system properties
     * @param arguments of the main class
     * @param environment variables beside this process's own
     * @param classpathFirst put before this process's classpath; may be empty
     */
    public record Spec(
            String name,
            String mainClass,
            List<String> jvmArguments,
            List<String> arguments,
            Map<String, String> environment,
            List<Path> classpathFirst) {
        public Spec {
            jvmArguments = List.copyOf(jvmArguments);
            arguments = List.copyOf(arguments);
            environment = Map.copyOf(environment);
            classpathFirst = List.copyOf(classpathFirst);
        }
    }

    private final Spec spec;
    private final Process process;
    private final Path log;

    private ChildProcess(Spec spec, Process process, Path log) {
        this.spec = spec;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a process; what it says goes to {@code <name>.log} in a folder, after what is there.
     *
     * @throws UncheckedIOException if the folder cannot be written or the process not be started
     */
    public static ChildProcess start(Spec spec, Path folder) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(spec.jvmArguments());
        command.addAll(List.of("-cp", classpath(spec.classpathFirst()), ChildMain.class.getName()));
        command.add(spec.mainClass());
        command.addAll(spec.arguments());
        try {
            Files.createDirectories(folder);
            Path log = folder.resolve(spec.name() + ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().put("OMP_NUM_THREADS", "1");
            builder.environment().putAll(spec.environment());
            ChildProcess child = new ChildProcess(spec, builder.start(), log);
            RUNNING.add(child);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + spec.name() + " in " + folder, e);
        }
    }

    /** Entries may be relative to this process's folder; the child has its own. */
    private static String classpath(List<Path> first) {
        List<String> entries = new ArrayList<>();
        first.forEach(path -> entries.add(path.toAbsolutePath().toString()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    public String name() {
        return spec.name();
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Returns where it writes what it says. */
    public Path log() {
        return log;
    }

    /**
     * Throws if the process has ended.
     *
     * @throws ClusterException naming the log
     */
    public void requireAlive() {
        if (!alive()) {
            throw new ClusterException(
                    name() + " ended with exit code " + process.exitValue() + ": see " + log);
        }
    }

    /** Waits until it ends and returns its exit code. */
    public int await(long limitSeconds) throws InterruptedException {
        if (!process.waitFor(limitSeconds, TimeUnit.SECONDS)) {
            kill();
            throw new ClusterException(
                    name() + " was still running after " + limitSeconds + " s: see " + log);
        }
        RUNNING.remove(this);
        return process.exitValue();
    }

    /** Stops it in its tracks (SIGSTOP) until it is resumed. */
    public void pause() {
        signal("STOP");
    }

    /** Lets a paused process go on (SIGCONT). */
    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            Process kill =
                    new ProcessBuilder("kill", "-" + name, Long.toString(pid()))
                            .inheritIO()
                            .start();
            if (kill.waitFor() != 0) {
                throw new ClusterException("cannot send SIG" + name + " to " + name());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run kill", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while signalling " + name());
        }
    }

    /** Kills it (SIGKILL) and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        boolean interrupted = Thread.interrupted();
        try {
            if (!process.waitFor(KILL_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new ClusterException(name() + " (" + pid() + ") does not die");
            }
            RUNNING.remove(this);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks it to end (SIGTERM), and kills it if it does not within seconds. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
    }
}
